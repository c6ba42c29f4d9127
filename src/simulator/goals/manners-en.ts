import type { Manners } from '../goal.ts';

export const enManners: Manners = {
  order: ['Order {order}', '{order}', 'it\'s {order}', 'The number is {order}, please check'],
  noOrder: ['I have not ordered yet', 'no order yet, just asking'],
  photo: ['Here is a photo', 'see the picture', 'this is what it looks like', 'took a photo for you'],
  noPhoto: ['I can\'t take a photo right now', 'not at home, no photo I\'m afraid', 'I did not keep a photo, can you go ahead anyway?'],
  yes: ['Yes please', 'ok do it', 'Sure', 'yes, thanks'],
  no: ['Not now', 'no, that is not what I need', 'leave it'],
  satisfied: ['oh ok, thanks', 'Got it', 'Alright, I will wait then', 'makes sense, cheers', 'ok thank you'],
  thanks: ['Thank you so much', 'great, thanks for your help', 'Perfect, thanks!', 'thanks, much appreciated'],
  wantsPerson: ['Can I talk to a person?', 'human please', 'this is not helping, get me an agent', 'I want a real person', 'agent'],
  nudges: ['hello?', '?', 'anyone there', 'still waiting', 'Is anybody reading this?'],
  comesBack: ['I wrote yesterday about {order}, any news?', 'Following up on yesterday, did you find anything?', 'me again, same thing as yesterday'],
};
