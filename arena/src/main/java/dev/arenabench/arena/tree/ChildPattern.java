package dev.arenabench.arena.tree;

import dev.arenabench.syntax.Kind;
import java.util.Arrays;
import java.util.List;

/// Which children a kind has: a sequence of items, each a role and how often it occurs. No two
/// items that follow one another compete for a kind, so that taking as many as possible of each is
/// right; an ASSIGN, whose targets and values do, is described by [#forAssign]. The kinds that
/// `TYPED_LUA` adds are in [TypedPatterns].
///
/// @param infix how many children come before the node's own position in the source; or one of the
///   constants below
/// @param naming where its IDENTIFIERs are, if it has any
record ChildPattern(List<Item> items, int infix, Naming naming) {
  /// The node's position is before its last child.
  static final int BEFORE_LAST = -1;

  /// The node's position is behind its decorators.
  static final int BEHIND_DECORATORS = -2;

  /// The node's position is that of its first child.
  static final int AT_FIRST = -3;

  private static final int ANY = Integer.MAX_VALUE;

  /// Where the IDENTIFIERs of a node are in the source.
  enum Naming {
    /// Behind the node's position, before the children that are behind it.
    BEHIND,
    /// The first of them is at the node's position.
    FROM_POSITION,
    /// The last of them is at the node's position.
    TO_POSITION
  }

  /// @param least how many there are at least
  /// @param most how many there are at most
  record Item(Role role, int least, int most) {}

  private static final ChildPattern[] PATTERNS = patterns();

  /// The pattern of a BLOCK in a namespace that is declared.
  static final ChildPattern DECLARED_BLOCK = prefix(any(Role.DECLARED, 0));

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
    return new ChildPattern(items, targetCount, Naming.BEHIND);
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
    patterns[Kind.CALL] = infix(one(Role.PREFIX), any(Role.ARGUMENT, 0));
    patterns[Kind.METHOD_CALL] =
        infix(one(Role.PREFIX), any(Role.ARGUMENT, 0), one(Role.METHOD_NAME));
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
        prefix(one(Role.SINGLE_NAME), new Item(Role.EXPRESSION, 2, 3), one(Role.BLOCK));
    patterns[Kind.GENERIC_FOR] =
        prefix(any(Role.LOCAL_NAME, 1), any(Role.EXPRESSION, 1), one(Role.BLOCK));
    patterns[Kind.DO] = prefix(one(Role.BLOCK));
    patterns[Kind.RETURN] = prefix(any(Role.EXPRESSION, 0));
    patterns[Kind.CHUNK] = prefix(one(Role.BLOCK));
    TypedPatterns.add(patterns);
    return patterns;
  }

  static ChildPattern prefix(Item... items) {
    return at(0, items);
  }

  static ChildPattern infix(Item... items) {
    return at(1, items);
  }

  static ChildPattern at(int infix, Item... items) {
    return new ChildPattern(List.of(items), infix, Naming.BEHIND);
  }

  static Item one(Role role) {
    return new Item(role, 1, 1);
  }

  static Item optional(Role role) {
    return new Item(role, 0, 1);
  }

  static Item any(Role role, int least) {
    return new Item(role, least, ANY);
  }
}
