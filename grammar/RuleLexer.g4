// The words of one line of a dump. See README.md: what begins a line says what kind of line it is; all the rest is words.
lexer grammar RuleLexer;

// ---- At the beginning of a line

BOM         : '\uFEFF' -> skip ;
INDENT      : BLANK+ -> skip ;

COMMENT     : '#' ANY* ;
TABLE       : '*' BARE+ -> mode(ITEMS) ;
CHAIN       : ':' BARE+ -> mode(ITEMS) ;
COMMIT      : 'COMMIT' -> mode(ITEMS) ;
COUNTERS    : '[' [0-9]+ ':' [0-9]+ ']' ;

APPEND      : ( '-A' | '--append' ) -> mode(ITEMS) ;
INSERT      : ( '-I' | '--insert' ) -> mode(ITEMS) ;
NEW         : ( '-N' | '--new-chain' ) -> mode(ITEMS) ;
POLICY      : ( '-P' | '--policy' ) -> mode(ITEMS) ;
FLUSH       : ( '-F' | '--flush' ) -> mode(ITEMS) ;
REMOVE      : ( '-X' | '--delete-chain' ) -> mode(ITEMS) ;
RENAME      : ( '-E' | '--rename-chain' ) -> mode(ITEMS) ;
DELETE      : ( '-D' | '--delete' ) -> mode(ITEMS) ;
REPLACE     : ( '-R' | '--replace' ) -> mode(ITEMS) ;
ZERO        : ( '-Z' | '--zero' ) -> mode(ITEMS) ;

// Whatever else stands there: not a line of a dump.
OTHER       : ~[\u0000-\u0020]+ -> mode(ITEMS) ;

// ---- After that: words, some of which look like options

mode ITEMS;

SPACE       : BLANK+ -> skip ;

NOT         : '!' ;
NUMBERS     : '[' [0-9]+ ':' [0-9]+ ']' ;
OPTION      : '-' '-'? [A-Za-z] PIECE* ( '=' SINGLE )? ;
WORD        : PIECE+ | SINGLE ;

// A quote that is opened and never closed takes the rest of the line.
UNCLOSED    : PIECE* '"' ( ESCAPE | ~["\\\r\n] )* '\\'? ;

fragment PIECE  : BARE | DOUBLE ;
fragment BARE   : ~[\u0000-\u0020"] ;
fragment DOUBLE : '"' ( ESCAPE | ~["\\\r\n] )* '"' ;
fragment ESCAPE : '\\' ~[\r\n] ;
// A shell's quotes, for words that are quoted as a whole; iptables itself never prints them.
fragment SINGLE : '\'' ~['\r\n]* '\'' ;
fragment BLANK  : [\u0000-\u0020] ;
fragment ANY    : ~[\r\n] ;
