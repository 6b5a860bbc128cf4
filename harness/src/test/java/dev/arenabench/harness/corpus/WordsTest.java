package dev.arenabench.harness.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({
    "free_list, free list",
    "MAX_DEPTH, max depth",
    "BigInt, big int",
    "_VERSION, version",
    "utf8len, utf 8 len",
    "parseXML, parse xml"
  })
  void ofName_anyStyle_splitsIntoWords(String name, String words) {
    assertEquals(List.of(words.split(" ")), Words.ofName(name));
  }

  @ParameterizedTest
  @CsvSource({
    "free, new_word",
    "free_list, new_word",
    "MAX, NEW_WORD",
    "BigInt, NewWord",
    "_hidden, _new_word"
  })
  void join_anyStyle_keepsIt(String like, String name) {
    assertEquals(name, Words.join(List.of("new", "word"), like));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "not a string, not a WORD",
        "\\nline one, \\nline one",
        "a\\n line, a\\n WORD",
        "%alpha, %alpha",
        "\\u{beef}, \\u{beef}",
        "\\xabcd, \\xabcd",
        "snake_case, snake_case",
        "Capital, Capital"
      })
  void replaceProse_escapesAndNames_stay(String text, String expected) {
    assertEquals(expected, Words.replaceProse(text, word -> "WORD"));
  }

  @Test
  void ofProse_text_givesWordsOfFourLetters() {
    assertEquals(List.of("there", "files"), Words.ofProse("\"there are %d files\""));
  }
}
