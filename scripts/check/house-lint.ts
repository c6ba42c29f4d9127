import type { RuleTester } from 'oxlint/plugins-dev';

/** The linter exports the type of a rule only as what its own tester takes. */
type Rule = Parameters<RuleTester['run']>[1];

/** The few rules of the house that no linter brings along. */

/** `x as unknown as T`: says "believe me" to the compiler, twice. */
const noDoubleAssertion: Rule = {
  create: (context) => ({
    TSAsExpression(node) {
      const inner = node.expression.type === 'ParenthesizedExpression' ? node.expression.expression : node.expression;
      if (inner.type === 'TSAsExpression') {
        context.report({ node, message: 'No double assertion. Narrow with a type guard, or parse with the contract.' });
      }
    },
  }),
};

/** `new Date()` reads the machine's clock; with arguments it is arithmetic. */
const noAmbientDate: Rule = {
  create: (context) => ({
    NewExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0) {
        context.report({ node, message: 'Take a clock; tests decide what time it is.' });
      }
    },
  }),
};

const switchesOff = /^\s*(oxlint|eslint)-disable/;

/** A rule switched off carries its reason: `oxlint-disable-next-line rule -- reason`. */
const reasonForDisable: Rule = {
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        if (switchesOff.test(comment.value) && !/ -- \S/.test(comment.value)) {
          context.report({ loc: comment.loc, message: 'A rule switched off carries its reason: `-- why` at its end.' });
        }
      }
    },
  }),
};

const plugin: { meta: { name: string }; rules: Record<string, Rule> } = {
  meta: { name: 'house' },
  rules: {
    'no-double-assertion': noDoubleAssertion,
    'no-ambient-date': noAmbientDate,
    'reason-for-disable': reasonForDisable,
  },
};

// oxlint-disable-next-line import/no-default-export -- the linter loads a plugin by its default export
export default plugin;
