package dev.arenabench.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final List<String> RANGES = List.of("LAST_OPERAND", "LAST_STATEMENT", "LAST");

  @Test
  void constants_eachWord_isItsSymbolInEveryInterner() throws IllegalAccessException {
    Interner interner = new Interner();
    Set<Integer> seen = new HashSet<>();
    for (Field field : Words.class.getFields()) {
      if (RANGES.contains(field.getName())) {
        continue;
      }
      int word = field.getInt(null);
      String text =
          field.getName().equals("UNDERSCORE") ? "_" : field.getName().toLowerCase(Locale.ROOT);
      assertEquals(text, interner.text(word));
      assertEquals(text, Words.text(word));
      assertTrue(word > Interner.KEYWORD_COUNT && word <= Words.LAST, text);
      assertTrue(seen.add(word), text);
    }
    assertEquals(Words.LAST - Interner.KEYWORD_COUNT, seen.size());
    assertEquals(Words.LAST, interner.count());
  }

  @Test
  void ranges_haveTheWordsThatGrammarNames() {
    assertEquals(Words.LAST_OPERAND, Words.TRY);
    assertEquals(
        List.of("match", "new", "try"), Words.TEXTS.subList(0, index(Words.LAST_OPERAND) + 1));
    assertEquals(
        Set.of(
            "abstract",
            "catch",
            "class",
            "const",
            "continue",
            "declare",
            "enum",
            "export",
            "final",
            "finally",
            "import",
            "interface",
            "match",
            "namespace",
            "new",
            "rethrow",
            "throw",
            "try",
            "type"),
        Set.copyOf(Words.TEXTS.subList(0, index(Words.LAST_STATEMENT) + 1)));
  }

  @Test
  void isPrimitiveType_onlyOfThose_isTrue() {
    Set<String> primitives =
        Set.of(
            "any",
            "boolean",
            "integer",
            "never",
            "number",
            "string",
            "table",
            "thread",
            "unknown",
            "userdata",
            "void");
    for (int word = Interner.KEYWORD_COUNT + 1; word <= Words.LAST; word++) {
      assertEquals(primitives.contains(Words.text(word)), Words.isPrimitiveType(word));
    }
    assertFalse(Words.isPrimitiveType(Words.LAST + 1));
    assertFalse(Words.isPrimitiveType(Interner.KEYWORD_COUNT));
  }

  private static int index(int word) {
    return word - Interner.KEYWORD_COUNT - 1;
  }
}
