/**
 * What each key writes in the layouts that Windows ships and scanners can be set to: four rows of plain characters, four with
 * Shift, and what AltGr adds. The rows follow {@link KEY_ROWS}; a key that writes nothing has a blank.
 */
export type LayoutTable = {
  readonly plain: readonly [string, string, string, string];
  readonly shift: readonly [string, string, string, string];
  /** Pairs of a key's `code` and its character with AltGr. */
  readonly altGraph: Readonly<Record<string, string>>;
  /** Keys that wait for a letter: the `code`, with `+S` for Shift. */
  readonly dead: readonly string[];
};

/** The keys of each row by their place (UI Events `code`), left to right. */
export const KEY_ROWS = [
  'Backquote Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9 Digit0 Minus Equal',
  'KeyQ KeyW KeyE KeyR KeyT KeyY KeyU KeyI KeyO KeyP BracketLeft BracketRight',
  'KeyA KeyS KeyD KeyF KeyG KeyH KeyJ KeyK KeyL Semicolon Quote Backslash',
  'IntlBackslash KeyZ KeyX KeyC KeyV KeyB KeyN KeyM Comma Period Slash',
] as const;

/** The layouts known, the most common factory settings of scanners first. */
export const LAYOUT_TABLES = {
  us: {
    plain: ['`1234567890-=', 'qwertyuiop[]', "asdfghjkl;'\\", '\\zxcvbnm,./'],
    shift: ['~!@#$%^&*()_+', 'QWERTYUIOP{}', 'ASDFGHJKL:"|', '|ZXCVBNM<>?'],
    altGraph: {},
    dead: [],
  },
  uk: {
    plain: ['`1234567890-=', 'qwertyuiop[]', "asdfghjkl;'#", '\\zxcvbnm,./'],
    shift: ['¬!"£$%^&*()_+', 'QWERTYUIOP{}', 'ASDFGHJKL:@~', '|ZXCVBNM<>?'],
    altGraph: { Digit4: '€' },
    dead: [],
  },
  german: {
    plain: ['^1234567890ß´', 'qwertzuiopü+', 'asdfghjklöä#', '<yxcvbnm,.-'],
    shift: ['°!"§$%&/()=?`', 'QWERTZUIOPÜ*', "ASDFGHJKLÖÄ'", '>YXCVBNM;:_'],
    altGraph: {
      Digit7: '{',
      Digit8: '[',
      Digit9: ']',
      Digit0: '}',
      Minus: '\\',
      KeyQ: '@',
      BracketRight: '~',
      IntlBackslash: '|',
    },
    dead: ['Backquote', 'Equal', 'Equal+S'],
  },
  french: {
    plain: ['²&é"\'(-è_çà)=', 'azertyuiop^$', 'qsdfghjklmù*', '<wxcvbn,;:!'],
    shift: [' 1234567890°+', 'AZERTYUIOP¨£', 'QSDFGHJKLM%µ', '>WXCVBN?./§'],
    altGraph: {
      Digit2: '~',
      Digit3: '#',
      Digit4: '{',
      Digit5: '[',
      Digit6: '|',
      Digit8: '\\',
      Digit9: '^',
      Digit0: '@',
      Minus: ']',
      Equal: '}',
    },
    dead: ['BracketLeft', 'BracketLeft+S', 'Digit2+G'],
  },
  czech: {
    plain: [';+ěščřžýáíé=´', 'qwertzuiopú)', 'asdfghjklů§¨', '\\yxcvbnm,.-'],
    shift: ['°1234567890%ˇ', 'QWERTZUIOP/(', 'ASDFGHJKL"!\'', '|YXCVBNM?:_'],
    altGraph: {
      KeyQ: '\\',
      KeyW: '|',
      KeyF: '[',
      KeyG: ']',
      KeyV: '@',
      KeyB: '{',
      KeyN: '}',
      KeyX: '#',
      KeyC: '&',
      Comma: '<',
      Period: '>',
      Slash: '*',
      Semicolon: '$',
    },
    dead: ['Backquote+S', 'Equal', 'Equal+S', 'Backslash'],
  },
  turkish: {
    plain: ['"1234567890*-', 'qwertyuıopğü', 'asdfghjklşi,', '<zxcvbnmöç.'],
    shift: ["é!'^+%&/()=?_", 'QWERTYUIOPĞÜ', 'ASDFGHJKLŞİ;', '>ZXCVBNMÖÇ:'],
    altGraph: {
      Backquote: '<',
      Digit1: '>',
      Digit3: '#',
      Digit4: '$',
      Digit7: '{',
      Digit8: '[',
      Digit9: ']',
      Digit0: '}',
      Minus: '\\',
      Equal: '|',
      KeyQ: '@',
      BracketRight: '~',
    },
    dead: ['Digit3+S', 'BracketRight+G'],
  },
  spanish: {
    plain: ["º1234567890'¡", 'qwertyuiop`+', 'asdfghjklñ´ç', '<zxcvbnm,.-'],
    shift: ['ª!"·$%&/()=?¿', 'QWERTYUIOP^*', 'ASDFGHJKLÑ¨Ç', '>ZXCVBNM;:_'],
    altGraph: {
      Backquote: '\\',
      Digit1: '|',
      Digit2: '@',
      Digit3: '#',
      Digit4: '~',
      BracketLeft: '[',
      BracketRight: ']',
      Quote: '{',
      Backslash: '}',
    },
    dead: ['BracketLeft', 'BracketLeft+S', 'Quote', 'Quote+S', 'Digit4+G'],
  },
  italian: {
    plain: ["\\1234567890'ì", 'qwertyuiopè+', 'asdfghjklòàù', '<zxcvbnm,.-'],
    shift: ['|!"£$%&/()=?^', 'QWERTYUIOPé*', 'ASDFGHJKLç°§', '>ZXCVBNM;:_'],
    altGraph: { BracketLeft: '[', BracketRight: ']', Semicolon: '@', Quote: '#' },
    dead: [],
  },
  swiss: {
    plain: ["§1234567890'^", 'qwertzuiopü¨', 'asdfghjklöä$', '<yxcvbnm,.-'],
    shift: ['°+"*ç%&/()=?`', 'QWERTZUIOPè!', 'ASDFGHJKLéà£', '>YXCVBNM;:_'],
    altGraph: {
      Digit2: '@',
      Digit3: '#',
      Digit7: '|',
      BracketLeft: '[',
      BracketRight: ']',
      Quote: '{',
      Backslash: '}',
      IntlBackslash: '\\',
      Equal: '~',
    },
    dead: ['Equal', 'Equal+S', 'BracketRight', 'Equal+G'],
  },
  belgian: {
    plain: ['²&é"\'(§è!çà)-', 'azertyuiop^$', 'qsdfghjklmùµ', '<wxcvbn,;:='],
    shift: ['³1234567890°_', 'AZERTYUIOP¨*', 'QSDFGHJKLM%£', '>WXCVBN?./+'],
    altGraph: {
      Digit1: '|',
      Digit2: '@',
      Digit3: '#',
      Digit6: '^',
      Digit9: '{',
      Digit0: '}',
      BracketLeft: '[',
      BracketRight: ']',
      IntlBackslash: '\\',
      Slash: '~',
    },
    dead: ['BracketLeft', 'BracketLeft+S', 'Digit6+G', 'Slash+G'],
  },
} as const satisfies Readonly<Record<string, LayoutTable>>;

/** A keyboard layout by its country or language. */
export type LayoutId = keyof typeof LAYOUT_TABLES;
