import { LinkButton } from '../../components/button.tsx';
import { preloadPicture } from '../../components/preload-picture.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { SCENE, SCENE_SIZES } from './home-scene.ts';
import scene from './scene.svg';

/** The first thing seen: a drawn scene and what the shop is. */
export function HomeHero() {
  const t = useText();
  preloadPicture(SCENE[0], SCENE_SIZES);
  return (
    <section className="lg:grid lg:min-h-[min(max(46rem,40vw),calc(100dvh-4.75rem))] lg:grid-cols-2">
      <div className="flex flex-col justify-center gap-7 py-12 ps-[max(clamp(1.25rem,4.2vw,4.5rem),calc((100vw-var(--shell-width))/2+4.5rem))] pe-[clamp(1.25rem,4.2vw,4.5rem)] lg:py-20">
        <h1 className="display-1">{t('home.title')}</h1>
        <p className="max-w-[34rem] text-lead text-ink-soft">{t('home.lead')}</p>
        <div className="flex flex-wrap gap-3 sm:gap-4">
          <LinkButton to="/shop" className="max-sm:w-full">
            {t('home.shop')}
          </LinkButton>
          <LinkButton to="/privacy" tone="outline" className="max-sm:w-full">
            {t('home.howPrivate')}
          </LinkButton>
        </div>
      </div>
      <div className="relative isolate aspect-4/5 max-h-[80svh] w-full overflow-hidden bg-sunken lg:aspect-auto lg:max-h-none">
        <picture className="contents">
          {SCENE.map(({ type, srcSet }) => (
            <source key={type} type={type} srcSet={srcSet} sizes={SCENE_SIZES} />
          ))}
          <img
            src={scene}
            width={1200}
            height={1400}
            alt={t('home.sceneAlt')}
            fetchPriority="high"
            className="absolute inset-0 size-full object-cover object-[50%_60%]"
          />
        </picture>
        <div className="absolute inset-0 night-in-dark" />
      </div>
    </section>
  );
}
