package dev.arenabench.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void of_plainLine_hasNumberAndCaret() {
    assertExcerpt(
        """
        2 | local = 1
          |       ^\
        """,
        "x = 1\nlocal ‸= 1\ny = 2\n");
  }

  @Test
  void of_numberOfSeveralDigits_caretIsBelowItsPlace() {
    assertExcerpt(
        """
        100 | a b
            |   ^\
        """,
        "\n".repeat(99) + "a ‸b");
  }

  @Test
  void of_everyKindOfLineBreak_endsTheLine() {
    for (String lineBreak : new String[] {"\n", "\r", "\r\n", "\n\r"}) {
      assertExcerpt(
          """
          2 | a b
            |   ^\
          """,
          String.join(lineBreak, "first", "a ‸b", "last"));
    }
  }

  @Test
  void of_end_isBehindTheLastCharacter() {
    assertExcerpt(
        """
        1 | x = (
          |      ^\
        """,
        "x = (‸");
    assertExcerpt(
        """
        2 |
          | ^\
        """,
        "x = (\n‸");
    assertExcerpt(
        """
        1 |
          | ^\
        """,
        "‸");
  }

  @Test
  void of_tabs_areBlanksUpToTheNextStop() {
    assertExcerpt(
        """
        1 |     a   b = 1   c
          |         ^\
        """,
        "\ta\t‸b = 1\tc");
    assertExcerpt(
        """
        1 | abcd    x
          |         ^\
        """,
        "abcd\t‸x");
  }

  @Test
  void of_charactersOfOtherWidth_countTheirCells() {
    assertExcerpt(
        """
        1 | 'äß€' x
          |       ^\
        """,
        "'äß€' ‸x");
    assertExcerpt(
        """
        1 | '漢字' x
          |        ^\
        """,
        "'漢字' ‸x");
    assertExcerpt(
        """
        1 | '🙂한あＡ' x
          |            ^\
        """,
        "'🙂한あＡ' ‸x");
    assertExcerpt(
        """
        1 | 'e\u0301' x
          |     ^\
        """,
        "'e\u0301' ‸x");
  }

  @Test
  void of_controlCharacters_areVisible() {
    assertExcerpt(
        """
        1 | '<\\27>[31m<\\0><\\7><\\127>' x
          |                           ^\
        """,
        "'\u001B[31m\0\u0007\u007F' ‸x");
    assertExcerpt(
        """
        1 | '<U+202E><U+200B><U+2028><U+0085>' x
          |                                    ^\
        """,
        "'\u202E\u200B\u2028\u0085' ‸x");
  }

  @Test
  void of_bytesThatAreNotUtf8_areVisible() {
    // A lone continuation, an overlong slash, a surrogate, a cut sequence, no byte of UTF-8 at all.
    byte[] source = {
      '\'',
      (byte) 0x80,
      (byte) 0xC0,
      (byte) 0xAF,
      (byte) 0xED,
      (byte) 0xA0,
      (byte) 0x80,
      '|',
      (byte) 0xE2,
      (byte) 0x82,
      '\'',
      ' ',
      (byte) 0xFF
    };
    assertEquals(
        """
        1 | '<\\128><\\192><\\175><\\237><\\160><\\128>|<\\226><\\130>' <\\255>
          |                                                     ^\
        """,
        Excerpt.of(SourceText.of(source), 12));
  }

  @Test
  void of_byteOrderMark_isNotShown() {
    assertExcerpt(
        """
        1 | x y
          |   ^\
        """,
        "\uFEFFx ‸y");
  }

  @Test
  void of_longLine_isCutAroundThePlace() {
    assertExcerpt(
        """
        1 | …89abcdefghi0123456789abcdefghi0123456789abcdefghi0123456789!ABCDEFGHIJABCDEFGHIJABCDEFGHIJABCDEFGHI…
          |                                                             ^\
        """,
        "0123456789abcdefghi".repeat(5) + "0123456789‸!" + "ABCDEFGHIJ".repeat(9));
    assertExcerpt(
        """
        1 | x = xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
          | ^\
        """,
        "‸x = " + "x".repeat(40));
  }

  @Test
  void of_lineExactlyAsLongAsShown_isNotCut() {
    assertExcerpt("1 | " + "a".repeat(60) + "\n  | " + " ".repeat(60) + "^", "a".repeat(60) + "‸");
    assertExcerpt("1 | " + "a".repeat(40) + "\n  | ^", "‸" + "a".repeat(40));
  }

  @Test
  void of_anyPlaceInAnyBytes_isTwoLinesOfBoundedWidth() {
    Random random = new Random(1);
    for (int round = 0; round < 200; round++) {
      byte[] source = new byte[random.nextInt(2_000)];
      random.nextBytes(source);
      for (int i = 0; i < source.length; i++) {
        if (random.nextInt(4) > 0 || source[i] == '\n') {
          source[i] = (byte) (round % 2 == 0 ? 'x' : 0x80 | source[i]);
        }
      }
      SourceText text = SourceText.of(source);
      for (int offset = 0; offset <= source.length; offset += 1 + random.nextInt(40)) {
        String[] lines = Excerpt.of(text, offset).split("\n", -1);
        assertEquals(2, lines.length);
        assertTrue(lines[0].length() <= 520, lines[0]);
        assertTrue(lines[1].length() <= 4 + 4 + 61, lines[1]);
        assertTrue(lines[1].endsWith("^"));
        assertTrue(lines[0].chars().noneMatch(Character::isISOControl), lines[0]);
      }
    }
  }

  @Test
  void of_offsetOutsideTheSource_isRefused() {
    SourceText text = SourceText.of(new byte[3]);
    assertEquals(
        "offset=4, length=3",
        assertThrows(IndexOutOfBoundsException.class, () -> Excerpt.of(text, 4)).getMessage());
    assertThrows(IndexOutOfBoundsException.class, () -> Excerpt.of(text, -1));
  }

  /// `‸` is before the place.
  private static void assertExcerpt(String expected, String marked) {
    int mark = marked.indexOf('‸');
    byte[] before = marked.substring(0, mark).getBytes(StandardCharsets.UTF_8);
    byte[] behind = marked.substring(mark + 1).getBytes(StandardCharsets.UTF_8);
    byte[] source = Arrays.copyOf(before, before.length + behind.length);
    System.arraycopy(behind, 0, source, before.length, behind.length);
    assertEquals(expected, Excerpt.of(SourceText.of(source), before.length));
  }
}
