import { type FormEvent, type ReactNode, useId } from 'react';
import { Button, LinkButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Icon } from '../../components/icon.tsx';
import { Notice } from '../../components/notice.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { SignInLine } from '../../features/accounts/sign-in-line.tsx';
import { SavedLabelChoice } from '../../features/addresses/saved-label-choice.tsx';
import { SavingLabelChoice, useSavingLabel } from '../../features/addresses/saving-label.tsx';
import { useCart } from '../../features/cart/cart-context.ts';
import { askedFields, type FieldErrors, formFields } from '../../features/checkout/checkout-draft.ts';
import { DraftField } from '../../features/checkout/draft-field.tsx';
import { useFieldWords } from '../../features/checkout/field-words.ts';
import { SummaryAhead, SummaryLines, SummaryTotals } from '../../features/checkout/order-summary.tsx';
import { ShippingChoice } from '../../features/checkout/shipping-choice.tsx';
import { useCheckoutForm } from '../../features/checkout/use-checkout-form.ts';
import { usePlaceOrder } from '../../features/checkout/use-place-order.ts';
import { CountriesDocument, DataMapDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { apiLanguage } from '../../platform/locale/language.ts';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';
import { type PageQuery, type PageRequest, pageQuery } from '../../platform/page/page-module.ts';

/** What the page shows first; the cart is asked for by the browser. */
export function queries({ locale }: PageRequest): PageQuery[] {
  const language = apiLanguage(locale.language);
  return [pageQuery(CountriesDocument, { language }), pageQuery(DataMapDocument, { language })];
}

/** The checkout on one page, as a guest: country, address, contact, delivery, and what is about to be ordered. */
export function Page() {
  const t = useText();
  const { cart, loading } = useCart();
  const form = useCheckoutForm();
  const saving = useSavingLabel(form.draft);
  const { busy, problem, place } = usePlaceOrder(form, saving.save);
  const { label, wrong } = useFieldWords(form.addressForm);
  const wrongCount = Object.keys(form.errors).length;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const found = form.checkAll();
    const errors: FieldErrors = Object.keys(found).length > 0 ? found : await place();
    form.showErrors(errors);
    const first = askedFields(form.addressForm, form.option).find((key) => errors[key]);
    if (first) document.getElementById(`checkout-${first}`)?.focus();
  }

  if (!loading && cart?.lines.length === 0 && !busy) {
    return (
      // The form was here until the cart was known to be empty: what follows must not jump into view, nor the heading move.
      <div className="shell min-h-dvh pt-10 lg:pt-16">
        <PageHead title={t('checkout.title')} unlisted />
        <h1 className="display-2 mb-3">{t('checkout.title')}</h1>
        <EmptyState title={t('cart.empty')}>
          <p>{t('cart.emptyBody')}</p>
          <LinkButton to="/shop">{t('cart.discover')}</LinkButton>
        </EmptyState>
      </div>
    );
  }

  const country = form.countries.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <div className="shell pt-10 lg:pt-16">
      <PageHead title={t('checkout.title')} unlisted />
      <h1 className="display-2 mb-3">{t('checkout.title')}</h1>
      <p className="mb-3 max-w-prose text-ink-soft">{t('checkout.lead')}</p>
      <div className="mb-8 lg:mb-14">
        <SignInLine />
      </div>
      <SummaryAhead cart={cart} option={form.option} />
      <div className="grid gap-x-16 gap-y-14 lg:grid-cols-12">
        {/* Not around the summary: the promotion code there is a form of its own. */}
        <form
          id="checkout"
          noValidate
          onSubmit={(event) => void submit(event)}
          className="flex flex-col gap-14 lg:col-span-6"
        >
          <Part title={t('checkout.where')}>
            {saving.book && <SavedLabelChoice book={saving.book} draft={form.draft} onFill={form.fill} />}
            <SelectField
              id="checkout-countryCode"
              name="country"
              label={label('countryCode')}
              required
              autoComplete="shipping country"
              value={form.draft.countryCode ?? ''}
              error={wrong('countryCode', form.errors.countryCode)}
              onChange={(value) => form.change('countryCode', value)}
              options={form.draft.countryCode === '' ? [{ value: '', label: t('form.choose') }, ...country] : country}
            />
            {form.addressForm
              ? formFields(form.addressForm).map((field) => (
                  <DraftField key={field.key} form={form} name={field.key} field={field} />
                ))
              : form.draft.countryCode !== '' && <Skeleton className="h-96" />}
            <SavingLabelChoice saving={saving} />
          </Part>
          <Part title={t('checkout.contact')}>
            <DraftField form={form} name="email" type="email" autoComplete="email" hint={t('checkout.emailHint')} />
          </Part>
          <Part title={t('checkout.delivery')}>
            <ShippingChoice form={form} />
            {form.option?.phoneRequired && (
              <DraftField
                form={form}
                name="phone"
                type="tel"
                autoComplete="shipping tel"
                hint={t('checkout.phoneHint')}
              />
            )}
          </Part>
          <Part title={t('checkout.payment')}>
            <p className="flex gap-3 text-small text-ink-soft">
              <Icon name="lock" className="mt-0.5" />
              {t('checkout.paymentBody')}
            </p>
          </Part>
        </form>
        <aside aria-labelledby="summary" className="lg:col-span-5 lg:col-start-8">
          <div className="flex flex-col gap-6 lg:sticky lg:top-28 lg:border-t lg:border-ink lg:pt-6">
            <h2 id="summary" className="display-4">
              {t('checkout.summary')}
            </h2>
            {cart ? (
              <>
                <SummaryLines cart={cart} />
                <SummaryTotals cart={cart} option={form.option} />
              </>
            ) : (
              <Skeleton className="h-64" />
            )}
            {problem && (
              <Notice>
                {problem.kind === 'connection'
                  ? t('checkout.connection')
                  : problem.messages.map((message) => <p key={message}>{message}</p>)}
              </Notice>
            )}
            {wrongCount > 0 && <Notice>{t('checkout.wrong', { count: wrongCount })}</Notice>}
            <Button type="submit" form="checkout" wide busy={busy} unavailable={!cart}>
              {t('checkout.order')}
            </Button>
            <Agreement />
          </div>
        </aside>
      </div>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-6 border-t border-ink pt-6">
      <h2 id={id} className="display-4">
        {title}
      </h2>
      {children}
    </section>
  );
}

function Agreement() {
  const t = useText();
  return (
    <p className="text-fine text-ink-faint">
      {t('checkout.agreement')}{' '}
      <LocalLink to="/terms" className="inline-link">
        {t('footer.terms')}
      </LocalLink>
      {' · '}
      <LocalLink to="/withdrawal" className="inline-link">
        {t('footer.withdrawal')}
      </LocalLink>
      {' · '}
      <LocalLink to="/privacy" className="inline-link">
        {t('nav.privacy')}
      </LocalLink>
    </p>
  );
}
