import { useState } from 'react';
import { LostConnection } from '../../../components/lost-connection.tsx';
import { Skeleton } from '../../../components/skeleton.tsx';
import { PasskeySection } from '../passkeys/passkey-section.tsx';
import type { Customer } from '../use-customer.ts';
import { RecoverySection } from './recovery-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { useSecurity } from './use-security.ts';

interface SecurityViewProps {
  readonly customer: Customer;
  /** Asks anew who is signed in: the session is over, or the address is needed that went from the screen. */
  readonly onAskAgain: () => void;
}

/** How the account is guarded: passkeys, second factor, recovery codes. */
export function SecurityView({ customer, onAskAgain }: SecurityViewProps) {
  const { security, failed, dropped, again, take } = useSecurity();
  /** New recovery codes: they are shown until their owner says that they have them. */
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const email = customer.email?.access === 'REVEALED' ? customer.email.text : null;
  const name = customer.name?.access === 'REVEALED' ? customer.name.text : null;
  if (failed) return <LostConnection onRetry={again} />;
  if (!security) return <Skeleton className="h-96" />;
  const owner = { email, name, onChange: take, onOver: onAskAgain };
  return (
    <>
      <PasskeySection {...owner} passkeys={security.passkeys} dropped={dropped} onShow={again} />
      <SecondFactorSection {...owner} security={security} onCodes={setCodes} />
      <RecoverySection {...owner} security={security} codes={codes} onCodes={setCodes} />
    </>
  );
}
