package dev.arenabench.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.syntax.Dialect;
import dev.arenabench.syntax.Interner;
import dev.arenabench.syntax.Kind;
import dev.arenabench.syntax.SyntaxException;
import dev.arenabench.syntax.TreeBuilder;
import dev.arenabench.syntax.Words;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/// Holds `GRAMMAR.md`, the tests and the parser against each other.
class GrammarTest {
  private static final Pattern BLOCK = Pattern.compile("```ebnf\n(.*?)```", Pattern.DOTALL);
  private static final Pattern RULE = Pattern.compile("^(\\w+) +::=", Pattern.MULTILINE);
  private static final Pattern LITERAL = Pattern.compile("'[^' ]+'|\\(\\*.*?\\*\\)");
  private static final Pattern USE = Pattern.compile("\\b[a-z]\\w*\\b");

  @Test
  void productions_eachOne_hasATest() throws IOException, URISyntaxException {
    assertEquals(Set.of(), difference(productions(), tested()));
  }

  @Test
  void tests_eachNamedProduction_isInTheGrammar() throws IOException, URISyntaxException {
    assertEquals(Set.of(), difference(tested(), productions()));
  }

  @Test
  void productions_whatTheyUse_isInTheGrammar() throws IOException {
    Set<String> used = new TreeSet<>();
    for (String block : blocks()) {
      Matcher use = USE.matcher(LITERAL.matcher(block).replaceAll(" "));
      while (use.find()) {
        used.add(use.group());
      }
    }
    assertEquals(productions(), used);
    assertTrue(used.size() > 120, used::toString);
  }

  @Test
  void words_inQuotes_areReservedOrContextual() throws IOException {
    Set<String> known = new TreeSet<>();
    Interner interner = new Interner();
    for (int word = 1; word <= Words.LAST; word++) {
      known.add(interner.text(word));
    }
    Set<String> quoted = new TreeSet<>();
    for (String block : blocks()) {
      Matcher literal = Pattern.compile("'(\\w+)'").matcher(block);
      while (literal.find()) {
        quoted.add(literal.group(1));
      }
    }
    assertEquals(known, quoted);
  }

  @Test
  void everything_together_hasEveryKindOfTypedLua() throws IOException, SyntaxException {
    BitSet kinds = new BitSet();
    Interner interner = new Interner();
    try (InputStream in = GrammarTest.class.getResourceAsStream("everything.tl")) {
      new Parser(interner).parse(in.readAllBytes(), Dialect.TYPED_LUA, new KindCollector(kinds));
    }
    for (int kind = Kind.CONDITIONAL; kind < Kind.LIMIT; kind++) {
      assertTrue(kinds.get(kind), Kind.name(kind));
    }
  }

  private static Set<String> difference(Set<String> all, Set<String> without) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(without);
    return rest;
  }

  private static Set<String> productions() throws IOException {
    Set<String> productions = new TreeSet<>();
    for (String block : blocks()) {
      Matcher rule = RULE.matcher(block);
      while (rule.find()) {
        assertTrue(productions.add(rule.group(1)), rule.group(1));
      }
    }
    return productions;
  }

  private static List<String> blocks() throws IOException {
    return BLOCK
        .matcher(Files.readString(Path.of("GRAMMAR.md")))
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  private static Set<String> tested() throws IOException, URISyntaxException {
    Path folder = Path.of(GrammarTest.class.getResource("GrammarTest.class").toURI()).getParent();
    Set<String> tested = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        String name = file.getFileName().toString();
        if (name.endsWith("Test.class")) {
          String simple = name.substring(0, name.length() - ".class".length());
          addTested(GrammarTest.class.getPackageName() + "." + simple, tested);
        }
      }
    }
    return tested;
  }

  private static void addTested(String className, Set<String> tested) {
    try {
      for (Method method : Class.forName(className).getDeclaredMethods()) {
        Production production = method.getAnnotation(Production.class);
        if (production != null) {
          assertTrue(
              method.isAnnotationPresent(Test.class)
                  || method.isAnnotationPresent(ParameterizedTest.class),
              method.getName());
          tested.addAll(List.of(production.value()));
        }
      }
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private record KindCollector(BitSet kinds) implements TreeBuilder {
    @Override
    public void begin(int sourceBytes) {}

    @Override
    public void leaf(int kind, int position) {
      kinds.set(kind);
    }

    @Override
    public void symbol(int kind, int position, int symbol) {
      kinds.set(kind);
    }

    @Override
    public void number(int kind, int position, long bits) {
      kinds.set(kind);
    }

    @Override
    public void wrap(int kind, int position, int symbol) {
      kinds.set(kind);
    }

    @Override
    public void node(int kind, int position, int childCount) {
      kinds.set(kind);
    }
  }
}
