/**
 * What each key writes, by X.Org's xkeyboard-config 2.35 (Debian's xkb-data): for each layout three levels (plain, Shift, AltGr) of
 * four rows. It is another source than the scanner's own tables, which follow Windows, so that one can judge the other. Of AltGr, only
 * what is printed on the keys of that country is given. A blank is a key that writes nothing, a dotted circle a dead key.
 */
export const XKB_KEYMAPS = {
  us: [
    ['`1234567890-=', 'qwertyuiop[]', "asdfghjkl;'\\", '\\zxcvbnm,./'],
    ['~!@#$%^&*()_+', 'QWERTYUIOP{}', 'ASDFGHJKL:"|', '|ZXCVBNM<>?'],
    ['             ', '            ', '            ', '           '],
  ],
  uk: [
    ['`1234567890-=', 'qwertyuiop[]', "asdfghjkl;'#", '\\zxcvbnm,./'],
    ['¬!"£$%^&*()_+', 'QWERTYUIOP{}', 'ASDFGHJKL:@~', '|ZXCVBNM<>?'],
    ['    €        ', '            ', '            ', '           '],
  ],
  german: [
    ['◌1234567890ß◌', 'qwertzuiopü+', 'asdfghjklöä#', '<yxcvbnm,.-'],
    ['°!"§$%&/()=?◌', 'QWERTZUIOPÜ*', "ASDFGHJKLÖÄ'", '>YXCVBNM;:_'],
    ['  ²³   {[]}\\ ', '@ €        ~', '            ', '|      µ   '],
  ],
  french: [
    ['`&é"\'(-è_çà)=', 'azertyuiop◌$', 'qsdfghjklmù*', '<wxcvbn,;:!'],
    ['~1234567890°+', 'AZERTYUIOP◌£', 'QSDFGHJKLM%µ', '>WXCVBN?./§'],
    ['  ~#{[|`\\^@]}', '  €        ¤', '            ', '           '],
  ],
  czech: [
    [';+ěščřžýáíé=◌', 'qwertzuiopú)', 'asdfghjklů§◌', '\\yxcvbnm,.-'],
    ['◌1234567890%◌', 'QWERTZUIOP/(', 'ASDFGHJKL"!\'', '|YXCVBNM?:_'],
    ['             ', '\\|        []', '            ', '  #&@{} <>*'],
  ],
  turkish: [
    ['"1234567890*-', 'qwertyuıopğü', 'asdfghjklşi,', '<zxcvbnmöç.'],
    ["é!'^+%&/()=?_", 'QWERTYUIOPĞÜ', 'ASDFGHJKLŞİ;', '>ZXCVBNMÖÇ:'],
    ['<>£#$  {[]}\\|', '@ €        ◌', '            ', '           '],
  ],
  swiss: [
    ["§1234567890'◌", 'qwertzuiopü◌', 'asdfghjklöä$', '<yxcvbnm,.-'],
    ['°+"*ç%&/()=?◌', 'QWERTZUIOPè!', 'ASDFGHJKLéà£', '>YXCVBNM;:_'],
    ['  @#   |    ◌', '  €       []', '          {}', '\\          '],
  ],
  belgian: [
    ['²&é"\'(§è!çà)-', 'azertyuiop◌$', 'qsdfghjklmùµ', '<wxcvbn,;:='],
    ['³1234567890°_', 'AZERTYUIOP◌*', 'QSDFGHJKLM%£', '>WXCVBN?./+'],
    ['  @#  ^  {}  ', '  €       []', '            ', '\\          '],
  ],
  spanish: [
    ["º1234567890'¡", 'qwertyuiop◌+', 'asdfghjklñ◌ç', '<zxcvbnm,.-'],
    ['ª!"·$%&/()=?¿', 'QWERTYUIOP◌*', 'ASDFGHJKLÑ◌Ç', '>ZXCVBNM;:_'],
    ['\\|@#~ ¬      ', '  €       []', '          {}', '           '],
  ],
  italian: [
    ["\\1234567890'ì", 'qwertyuiopè+', 'asdfghjklòàù', '<zxcvbnm,.-'],
    ['|!"£$%&/()=?^', 'QWERTYUIOPé*', 'ASDFGHJKLç°§', '>ZXCVBNM;:_'],
    ['             ', '  €       []', '         @# ', '           '],
  ],
} as const;
