package dev.arenabench.arena.tree;

import dev.arenabench.syntax.Kind;
import java.util.Arrays;
import java.util.List;

/// Which children a kind has: a sequence of items, each a role and how often it occurs. No two
/// items that follow one another compete for a kind, so that taking as many as possible of each is
/// right; an ASSIGN, whose targets and values do, is described by [#forAssign].
///
/// @param infix how many children come before the node's own position in the source
record ChildPattern(List<Item> items, int infix) {
  private static final int ANY = Integer.MAX_VALUE;

  /// @param least how many there are at least
  /// @param most how many there are at most
  record Item(Role role, int least, int most) {}

  private static final ChildPattern[] PATTERNS = patterns();

  /// The pattern of a kind that has children; ASSIGN is not among them.
  static ChildPattern of(int kind) {
    return PATTERNS[kind];
  }

  /// The pattern of an ASSIGN.
  ///
  /// @param targetCount that of its part, or 1 if it has none
  static ChildPattern forAssign(int targetCount) {
    Item targets = new Item(Role.TARGET, targetCount, targetCount);
    Item values = any(Role.EXPRESSION, 1);
    List<Item> items =
        targetCount == 1
            ? List.of(targets, values)
            : List.of(targets, values, one(Role.TARGET_COUNT));
    return new ChildPattern(items, targetCount);
  }

  private static ChildPattern[] patterns() {
    ChildPattern[] patterns = new ChildPattern[Kind.LIMIT];
    Arrays.fill(patterns, prefix());
    ChildPattern operand = prefix(one(Role.EXPRESSION));
    for (int kind :
        new int[] {
          Kind.PAREN, Kind.NOT, Kind.NEGATE, Kind.LENGTH, Kind.BIT_NOT, Kind.NAMED_FIELD
        }) {
      patterns[kind] = operand;
    }
    patterns[Kind.FIELD] = infix(one(Role.PREFIX));
    patterns[Kind.INDEX] = infix(one(Role.PREFIX), one(Role.EXPRESSION));
    patterns[Kind.CALL] = infix(one(Role.PREFIX), any(Role.EXPRESSION, 0));
    patterns[Kind.METHOD_CALL] =
        infix(one(Role.PREFIX), any(Role.EXPRESSION, 0), one(Role.METHOD_NAME));
    patterns[Kind.FUNCTION] =
        prefix(any(Role.PARAMETER, 0), optional(Role.VARARG_PARAMETER), one(Role.BLOCK));
    patterns[Kind.TABLE] = prefix(any(Role.TABLE_ITEM, 0));
    ChildPattern binary = infix(one(Role.EXPRESSION), one(Role.EXPRESSION));
    for (int kind = Kind.OR; kind <= Kind.POWER; kind++) {
      patterns[kind] = binary;
    }
    patterns[Kind.KEYED_FIELD] = prefix(one(Role.EXPRESSION), one(Role.EXPRESSION));
    patterns[Kind.BLOCK] = prefix(any(Role.STATEMENT, 0));
    patterns[Kind.LOCAL] = prefix(any(Role.DECLARED_NAME, 1), any(Role.EXPRESSION, 0));
    patterns[Kind.LOCAL_FUNCTION] = prefix(one(Role.FUNCTION));
    patterns[Kind.FUNCTION_DECLARATION] = prefix(one(Role.FUNCTION_TARGET), one(Role.FUNCTION));
    patterns[Kind.METHOD_DECLARATION] =
        prefix(one(Role.FUNCTION_TARGET), one(Role.FUNCTION), one(Role.METHOD_NAME));
    ChildPattern conditional = prefix(one(Role.EXPRESSION), one(Role.BLOCK));
    patterns[Kind.IF] =
        prefix(one(Role.EXPRESSION), one(Role.BLOCK), any(Role.ELSE_IF, 0), optional(Role.BLOCK));
    patterns[Kind.ELSE_IF] = conditional;
    patterns[Kind.WHILE] = conditional;
    patterns[Kind.REPEAT] = prefix(one(Role.BLOCK), one(Role.EXPRESSION));
    patterns[Kind.NUMERIC_FOR] =
        prefix(one(Role.LOCAL_NAME), new Item(Role.EXPRESSION, 2, 3), one(Role.BLOCK));
    patterns[Kind.GENERIC_FOR] =
        prefix(any(Role.LOCAL_NAME, 1), any(Role.EXPRESSION, 1), one(Role.BLOCK));
    patterns[Kind.DO] = prefix(one(Role.BLOCK));
    patterns[Kind.RETURN] = prefix(any(Role.EXPRESSION, 0));
    patterns[Kind.CHUNK] = prefix(one(Role.BLOCK));
    return patterns;
  }

  private static ChildPattern prefix(Item... items) {
    return new ChildPattern(List.of(items), 0);
  }

  private static ChildPattern infix(Item... items) {
    return new ChildPattern(List.of(items), 1);
  }

  private static Item one(Role role) {
    return new Item(role, 1, 1);
  }

  private static Item optional(Role role) {
    return new Item(role, 0, 1);
  }

  private static Item any(Role role, int least) {
    return new Item(role, least, ANY);
  }
}
