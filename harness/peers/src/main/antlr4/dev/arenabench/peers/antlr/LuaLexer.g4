/*
 * The tokens of Lua 5.4, written for this project after baseline/GRAMMAR.md.
 *
 * Bytes are characters: the input is a stream of 8-bit code points. What is no regular language is
 * in LuaLexerBase: the end of a long bracket, and whether a parenthesis calls what stands before it.
 *
 * What the reference implementation rejects here, this rejects too: numerals that run into a name,
 * escapes that do not exist.
 */
lexer grammar LuaLexer;

options {
  superClass = LuaLexerBase;
}

// A parenthesis that goes on with the suffixed expression before it. With a type of its own, no
// decision of the parser has to look beyond it.
tokens {
  CALL_OPEN
}

AND : 'and' ;
BREAK : 'break' ;
DO : 'do' ;
ELSE : 'else' ;
ELSEIF : 'elseif' ;
END : 'end' ;
FALSE : 'false' ;
FOR : 'for' ;
FUNCTION : 'function' ;
GOTO : 'goto' ;
IF : 'if' ;
IN : 'in' ;
LOCAL : 'local' ;
NIL : 'nil' ;
NOT : 'not' ;
OR : 'or' ;
REPEAT : 'repeat' ;
RETURN : 'return' ;
THEN : 'then' ;
TRUE : 'true' ;
UNTIL : 'until' ;
WHILE : 'while' ;

NAME : [a-zA-Z_] [a-zA-Z_0-9]* ;

OPEN : '(' ;
CLOSE : ')' ;
OPEN_BRACE : '{' ;
CLOSE_BRACE : '}' ;
OPEN_BRACKET : '[' ;
CLOSE_BRACKET : ']' ;
LABEL : '::' ;
COLON : ':' ;
SEMICOLON : ';' ;
COMMA : ',' ;
DOT : '.' ;
ELLIPSIS : '...' ;
ASSIGN : '=' ;
EQUAL : '==' ;
NOT_EQUAL : '~=' ;
LESS : '<' ;
LESS_EQUAL : '<=' ;
GREATER : '>' ;
GREATER_EQUAL : '>=' ;
SHIFT_LEFT : '<<' ;
SHIFT_RIGHT : '>>' ;
CONCAT : '..' ;
PLUS : '+' ;
MINUS : '-' ;
STAR : '*' ;
SLASH : '/' ;
DOUBLE_SLASH : '//' ;
PERCENT : '%' ;
CARET : '^' ;
HASH : '#' ;
AMPERSAND : '&' ;
TILDE : '~' ;
PIPE : '|' ;

NUMBER
  : ( DIGIT+ ( '.' DIGIT* )? | '.' DIGIT+ ) ( [eE] [+\-]? DIGIT+ )?
  | '0' [xX] ( HEX+ ( '.' HEX* )? | '.' HEX+ ) ( [pP] [+\-]? DIGIT+ )?
  ;

// As far as the reference reads on where a numeral has begun; no rule of the parser has it. NUMBER
// is above, so it wins where both match the same text.
MALFORMED_NUMBER
  : '.'? DIGIT ( [eE] [+\-]? | [0-9a-fA-F.] )* [a-zA-Z_]?
  | '0' [xX] ( [pP] [+\-]? | [0-9a-fA-F.] )* [a-zA-Z_]?
  ;

STRING
  : '"' ( DIGIT | SHORT_DECIMAL* ( ~["\\\r\n0-9] | ESCAPE ) )* SHORT_DECIMAL* '"'
  | '\'' ( DIGIT | SHORT_DECIMAL* ( ~['\\\r\n0-9] | ESCAPE ) )* SHORT_DECIMAL* '\''
  | '[' '='* '[' { longBracket(); }
  ;

LONG_COMMENT : '--[' '='* '[' { longBracket(); } -> skip ;

// All but what begins a long bracket, so that the two never match at the same place.
COMMENT : '--' ( ~[[\r\n] ~[\r\n]* | '[' '='* ( ~[=[\r\n] ~[\r\n]* )? )? -> skip ;

BLANKS : [ \t\r\n\u000B\u000C]+ -> skip ;

fragment DIGIT : [0-9] ;
fragment HEX : [0-9a-fA-F] ;

// Every escape but that of one or two decimal digits.
fragment ESCAPE
  : '\\' ( [abfnrtv\\"'] | '\r' '\n'? | '\n' '\r'? )
  | '\\z' [ \t\r\n\u000B\u000C]*
  | '\\x' HEX HEX
  | '\\' ( [01] DIGIT DIGIT | '2' [0-4] DIGIT | '25' [0-5] )
  | '\\u{' '0'* ( [0-7] HEX? HEX? HEX? HEX? HEX? HEX? HEX? | [89a-fA-F] HEX? HEX? HEX? HEX? HEX? HEX? ) '}'
  ;

// No digit may follow: a third one would belong to the escape, and make it too large.
fragment SHORT_DECIMAL : '\\' DIGIT DIGIT? ;
