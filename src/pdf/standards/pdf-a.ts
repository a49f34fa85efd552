/** PDF/A-2a and PDF/A-3a (ISO 19005-2, -3): the identification (6.6.4) and an sRGB output intent (6.2.4.3) for the device RGB that pages use. */
import { srgbProfile } from './srgb-profile.ts';
import type { Standard } from './standard.ts';

/** The same for every file. */
let profile: Uint8Array | undefined;

function pdfA(part: 2 | 3): Standard {
  return {
    name: `PDF/A-${part}a`,
    xmp: { pdfA: { part, conformance: 'A' } },
    apply(target) {
      const stream = target.ref({ N: 3, Alternate: 'DeviceRGB' });
      profile ??= srgbProfile();
      stream.end(profile);
      const intent = target.ref({
        Type: 'OutputIntent',
        S: 'GTS_PDFA1',
        OutputConditionIdentifier: new String('sRGB IEC61966-2.1'),
        Info: new String('sRGB IEC61966-2.1'),
        DestOutputProfile: stream,
      });
      intent.end();
      target._root.data.OutputIntents = [intent];
    },
  };
}

export const PDF_A_2A: Standard = pdfA(2);
export const PDF_A_3A: Standard = pdfA(3);
