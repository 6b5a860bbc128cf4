/*
 * The grammar of Lua 5.4, written for this project after baseline/GRAMMAR.md.
 *
 * Made to be fast: every decision is of one token, except two of two tokens (in a table, and before
 * the `...` of parameters). For those outside expressions ANTLR writes a switch; those behind an
 * operand it predicts, since what may follow depends on the precedence around it. What a
 * context-free grammar can only say at the price of unbounded lookahead (a statement of an
 * expression is a call, a target of an assignment is none) LuaParserBase checks afterwards, as the
 * reference implementation does.
 */
parser grammar LuaParser;

options {
  tokenVocab = LuaLexer;
  superClass = LuaParserBase;
}

chunk : block EOF ;

block : statement* returnStatement? ;

statement
  : SEMICOLON # emptyStatement
  | suffixed ( COMMA suffixed )* ( ASSIGN expressions )? { requireCallOrTargets(_localctx); } # expressionStatement
  | LABEL NAME LABEL # labelStatement
  | BREAK # breakStatement
  | GOTO NAME # gotoStatement
  | DO block END # doStatement
  | WHILE expression DO block END # whileStatement
  | REPEAT block UNTIL expression # repeatStatement
  | IF expression THEN block ( ELSEIF expression THEN block )* ( ELSE block )? END # ifStatement
  | FOR NAME ( ASSIGN expression COMMA expression ( COMMA expression )? | ( COMMA NAME )* IN expressions ) DO block END # forStatement
  | FUNCTION NAME ( DOT NAME )* ( COLON NAME )? functionBody # functionDeclaration
  | LOCAL ( FUNCTION NAME functionBody | binding ( COMMA binding )* ( ASSIGN expressions )? ) # localStatement
  ;

binding : NAME ( LESS NAME { requireAttribute(); } GREATER )? ;

returnStatement : RETURN expressions? SEMICOLON? ;

functionBody : OPEN parameters? CLOSE block END ;

parameters : NAME ( COMMA NAME )* ( COMMA ELLIPSIS )? | ELLIPSIS ;

expressions : expression ( COMMA expression )* ;

expression
  : <assoc = right> expression CARET expression # binary
  | ( NOT | HASH | MINUS | TILDE ) expression # unary
  | expression ( STAR | SLASH | DOUBLE_SLASH | PERCENT ) expression # binary
  | expression ( PLUS | MINUS ) expression # binary
  | <assoc = right> expression CONCAT expression # binary
  | expression ( SHIFT_LEFT | SHIFT_RIGHT ) expression # binary
  | expression AMPERSAND expression # binary
  | expression TILDE expression # binary
  | expression PIPE expression # binary
  | expression ( LESS | GREATER | LESS_EQUAL | GREATER_EQUAL | NOT_EQUAL | EQUAL ) expression # binary
  | expression AND expression # binary
  | expression OR expression # binary
  | ( NIL | TRUE | FALSE | NUMBER | STRING | ELLIPSIS ) # literal
  | FUNCTION functionBody # function
  | table # constructor
  | suffixed # prefix
  ;

suffixed : ( NAME | OPEN expression CLOSE ) suffix* ;

suffix
  : DOT NAME # field
  | OPEN_BRACKET expression CLOSE_BRACKET # index
  | ( COLON NAME )? ( CALL_OPEN expressions? CLOSE | table | STRING ) # call
  ;

table : OPEN_BRACE ( entry ( ( COMMA | SEMICOLON ) entry )* ( COMMA | SEMICOLON )? )? CLOSE_BRACE ;

entry
  : OPEN_BRACKET expression CLOSE_BRACKET ASSIGN expression # keyedEntry
  | NAME ASSIGN expression # namedEntry
  | expression # listEntry
  ;
