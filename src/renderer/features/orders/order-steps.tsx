import { useText } from '../../i18n/use-text.ts';
import type { Order } from '../../../shared/contracts/order.ts';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { useLanguage, useLocalized } from '../../i18n/use-language.ts';
import { useMoments } from '../../i18n/use-moments.ts';
import { ShipmentLine, type ShipmentStep } from '../../ui/shipment-line.tsx';

/** A step with its day; four fit, so of more the latest are shown. */
const SHOWN = 4;

/** The parcel's way, and below it what the carrier said last. */
export function OrderSteps({ order }: { order: Order }) {
  const t = useText('orders');
  const words = useCodeText();
  const moments = useMoments();
  const language = useLanguage();
  const localized = useLocalized();
  const steps = order.steps.slice(-SHOWN).map(({ code, state, at }): ShipmentStep => ({
    id: code,
    // Four English words fill the line; Chinese ones leave room for the day.
    label: [words('orderStep', code), at === null || language === 'en' ? '' : moments.exact(at).slice(5, 10)].join(' ').trim(),
    standing: state,
  }));
  const shipment = order.shipments.at(-1);
  const isFine = shipment === undefined || shipment.state === 'delivered';
  return (
    <div className="my-2 grid gap-1.5">
      {steps.length > 1 && <ShipmentLine steps={steps} label={t('shipment')} />}
      {!isFine && <p className="cut text-12 text-ink-muted">{t('tracking', { carrier: localized(shipment.carrier), number: shipment.trackingNumber, state: words('shipment', shipment.state) })}</p>}
    </div>
  );
}
