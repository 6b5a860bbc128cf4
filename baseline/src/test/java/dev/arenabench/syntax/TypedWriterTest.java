package dev.arenabench.syntax;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// What keeps tokens and statements apart; whole programs are asked for in [TreeContract].
class TypedWriterTest {
  private final Interner interner = new Interner();
  private final LuaWriter writer = new LuaWriter(interner);
  private final TypedWriter typed = writer.typed();

  private int symbol(String bytes) {
    byte[] text = bytes.getBytes(ISO_8859_1);
    return interner.intern(text, 0, text.length);
  }

  private String written() {
    String text = new String(writer.toBytes(), ISO_8859_1);
    writer.clear();
    return text;
  }

  @Test
  void brackets_likeAfterLike_areApart() {
    typed.openArray();
    typed.openArray();
    writer.closeBracket();
    writer.closeBracket();
    assertEquals("[ []]", written());

    typed.openAngle();
    typed.openAngle();
    typed.closeAngle();
    typed.closeAngle();
    assertEquals("< <>>", written());

    typed.nullable();
    typed.nullable();
    assertEquals("? ?", written());
  }

  @Test
  void templateText_anyByte_isNoHoleAndNoEnd() {
    typed.templateText(symbol("a`b$c${d}\\\"'\n\0007\177\377$"));
    assertEquals("a\\`b$c\\${d}\\\\\"'\\n\\0007\\127\377$", written());
  }

  @Test
  void openBracket_behindTheWordConstOfAStatement_isOnALineOfItsOwn() {
    for (String word : new String[] {"const", "consts", "cons"}) {
      writer.statement();
      writer.name(symbol(word));
      writer.openBracket();
      writer.closeBracket();
    }
    writer.blank();
    writer.name(symbol("const"));
    writer.openBracket();
    assertEquals("const\n[]\nconsts[]\ncons[] const[", written());
  }

  @Test
  void openParen_firstInTheBlockOfATry_isNoArgumentList() {
    for (int kind : new int[] {Kind.TRY, Kind.CATCH, Kind.FINALLY, Kind.DO}) {
      writer.start(kind);
      writer.openBlock();
      writer.statement();
      writer.openParen();
      writer.closeParen();
      writer.closeBlock();
    }
    assertEquals("try\n  ;()\ncatch\n  ;()\nfinally\n  ;()do\n  ()", written());
  }

  @Test
  void modifiers_all_areSplitByPlace() {
    typed.modifiers(Modifier.LIMIT - 1);
    assertEquals(
        "-readonly +readonly type private protected public override final abstract static"
            + " readonly ",
        written());
    typed.optional(Modifier.LIMIT - 1);
    assertEquals("?+?-?", written());
    typed.modifiers(0);
    typed.optional(0);
    assertEquals("", written());
  }

  @Test
  void operatorName_eachThatCanBeOverloaded_isItsToken() {
    int[] kinds = {
      Kind.ADD,
      Kind.FLOOR_DIVIDE,
      Kind.CONCAT,
      Kind.EQUAL,
      Kind.LESS_EQUAL,
      Kind.BIT_XOR,
      Kind.LENGTH,
      Kind.INDEX,
      Kind.KEYED_FIELD,
      Kind.CALL
    };
    for (int kind : kinds) {
      typed.operatorName(kind);
      writer.blank();
    }
    assertEquals("+ // .. == <= ~ # [] []= () ", written());
  }

  @Test
  void body_membersOrNone_isClosedWhereItShould() {
    typed.openBody();
    typed.closeBody(0);
    typed.openBody();
    typed.member();
    writer.name(symbol("a"));
    typed.semicolon();
    typed.openBraces();
    writer.openBlock();
    writer.statement();
    writer.start(Kind.BREAK);
    writer.closeBlock();
    typed.closeBraces();
    typed.closeBody(1);
    assertEquals(" {} {\n  a; {\n    break\n  }\n}", written());
  }
}
