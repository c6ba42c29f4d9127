import { Backpack, Bed, Coffee, CupSoda, Droplets, Lamp, Luggage, Package, Plug, Shirt, Sparkles, Tent, Utensils } from 'lucide-react';
import { Icon, type IconShape } from '../../ui/icon.tsx';

/** Shapes that a shop may name for a product; any other shows as a parcel. */
const SHAPES: { readonly [name: string]: IconShape | undefined } = {
  backpack: Backpack, bed: Bed, coffee: Coffee, 'cup-soda': CupSoda, droplets: Droplets, lamp: Lamp, luggage: Luggage, plug: Plug, shirt: Shirt, sparkles: Sparkles, tent: Tent, utensils: Utensils,
};

/** The product in 44 pixels. */
export function LinePicture({ image }: { image: string }) {
  return (
    <span className="grid size-11 flex-none place-items-center rounded-control border border-line bg-surface-hover text-ink-muted">
      <Icon of={SHAPES[image] ?? Package} size="l" />
    </span>
  );
}
