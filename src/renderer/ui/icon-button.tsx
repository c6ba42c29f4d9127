import { Button, type ButtonProps } from './button.tsx';
import { cn } from '../lib/cn.ts';
import { Icon, type IconShape } from './icon.tsx';

interface IconButtonProps extends Omit<ButtonProps, 'children'> {
  icon: IconShape;
  /** What it does, for those who can't see the shape; also its title. */
  label: string;
}

/** A square button with a shape and no words. */
export function IconButton({ icon, label, tone = 'quiet', size = 'normal', className, ...rest }: IconButtonProps) {
  const width = { small: 'w-6', normal: 'w-7', large: 'w-8' }[size ?? 'normal'];
  return (
    <Button aria-label={label} title={label} {...rest} tone={tone} size={size} className={cn('px-0', width, className)}>
      <Icon of={icon} size={size === 'small' ? 's' : 'm'} />
    </Button>
  );
}
