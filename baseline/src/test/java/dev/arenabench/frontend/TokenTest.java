package dev.arenabench.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenTest {
  private static final List<String> NO_TOKENS = List.of("TABLE_LENGTH", "FIRST_UNSETTABLE");

  @Test
  void constants_areDistinct_andHaveTexts() throws IllegalAccessException {
    List<Integer> tokens = tokens();
    assertEquals(tokens.size(), new HashSet<>(tokens).size());
    List<String> texts = new ArrayList<>();
    for (int token : tokens) {
      assertTrue(token >= 0 && token < Token.TABLE_LENGTH);
      assertNotNull(Token.describe(token));
      texts.add(Token.describe(token));
    }
    assertEquals(texts.size(), new HashSet<>(texts).size());
  }

  /// A set is a `long`, and a token from 64 on would be taken for the one that is 64 less.
  @Test
  void isIn_everyTokenAndEverySet_isTrueForMembersOnly() throws IllegalAccessException {
    int settable = 0;
    for (int member : tokens()) {
      long set;
      try {
        set = Token.set(member);
      } catch (IllegalArgumentException e) {
        assertEquals("token=" + member + ", not for a set", e.getMessage());
        continue;
      }
      settable++;
      for (int token : tokens()) {
        assertEquals(token == member, Token.isIn(set, token), member + ", " + token);
      }
    }
    assertEquals(64 - 6, settable);
  }

  @Test
  void set_aliasOfALargerToken_isRefused() {
    for (int token : new int[] {Token.QUESTION, Token.BACKQUOTE, Token.PLUS, Token.PERCENT}) {
      assertThrows(IllegalArgumentException.class, () -> Token.set(Token.NAME, token));
    }
    assertFalse(Token.isIn(0, Token.EOF));
  }

  private static List<Integer> tokens() throws IllegalAccessException {
    List<Integer> tokens = new ArrayList<>();
    for (Field field : Token.class.getDeclaredFields()) {
      if (field.getType() == int.class && !NO_TOKENS.contains(field.getName())) {
        tokens.add(field.getInt(null));
      }
    }
    return tokens;
  }
}
