package dev.arenabench.syntax;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What [Scopes] has to answer, computed from a tree of all the same nodes by the rules that
/// [Scopes] states, in the simplest way: a map for each scope. Knows no jumps to labels and no
/// limits.
final class OracleScopes implements TreeBuilder {
  private record Item(int kind, int position, int symbol, List<Item> children) {
    List<Item> all(int kind) {
      return children.stream().filter(child -> child.kind == kind).toList();
    }

    /// The symbol of the first IDENTIFIER.
    int name() {
      return all(Kind.IDENTIFIER).getFirst().symbol;
    }

    Item last() {
      return children.getLast();
    }
  }

  private record Function(boolean vararg) {}

  private record Variable(Function function, boolean readOnly) {}

  /// @param loop whether the scope, or one around it in the same function, is a loop's
  /// @param caught the same for a CATCH
  private record Scope(
      @Nullable Scope outer,
      Function function,
      boolean loop,
      boolean caught,
      Map<Integer, Variable> variables) {
    @Nullable Variable find(int symbol) {
      for (Scope at = this; at != null; at = at.outer) {
        Variable variable = at.variables.get(symbol);
        if (variable != null) {
          return variable;
        }
      }
      return null;
    }
  }

  private static final byte[] SELF = "self".getBytes(StandardCharsets.US_ASCII);

  private final Interner interner;
  private final List<Item> stack = new ArrayList<>();
  private Scope scope = new Scope(null, new Function(true), false, false, new HashMap<>());
  private int localUses;
  private int upvalueUses;
  private int globalUses;
  private @Nullable Diagnostic diagnostic;

  OracleScopes(Interner interner) {
    this.interner = interner;
  }

  int localUses() {
    return localUses;
  }

  int upvalueUses() {
    return upvalueUses;
  }

  int globalUses() {
    return globalUses;
  }

  @Nullable Diagnostic diagnostic() {
    return diagnostic;
  }

  // Building.

  @Override
  public void begin(int sourceBytes) {
    stack.clear();
  }

  @Override
  public void leaf(int kind, int position) {
    add(kind, position, 0, 0);
  }

  @Override
  public void symbol(int kind, int position, int symbol) {
    add(kind, position, symbol, 0);
  }

  @Override
  public void number(int kind, int position, long bits) {
    add(kind, position, 0, 0);
  }

  @Override
  public void wrap(int kind, int position, int symbol) {
    add(kind, position, symbol, 1);
  }

  @Override
  public void node(int kind, int position, int childCount) {
    add(kind, position, 0, childCount);
  }

  private void add(int kind, int position, int symbol, int childCount) {
    List<Item> children = stack.subList(stack.size() - childCount, stack.size());
    Item item = new Item(kind, position, symbol, List.copyOf(children));
    children.clear();
    stack.add(item);
    if (kind == Kind.CHUNK) {
      function(item.position, true, false, () -> statements(item.last()));
    }
  }

  // Resolving.

  private void block(boolean loop, boolean caught, Runnable inside) {
    Scope outer = scope;
    scope =
        new Scope(
            outer, outer.function, outer.loop || loop, outer.caught || caught, new HashMap<>());
    inside.run();
    scope = outer;
  }

  private void function(int position, boolean vararg, boolean self, Runnable inside) {
    Scope outer = scope;
    scope = new Scope(outer, new Function(vararg), false, false, new HashMap<>());
    if (self) {
      declare(interner.intern(SELF, 0, SELF.length), false);
    }
    inside.run();
    scope = outer;
  }

  private void declare(int symbol, boolean readOnly) {
    scope.variables.put(symbol, new Variable(scope.function, readOnly));
  }

  private void use(int symbol) {
    Variable variable = scope.find(symbol);
    if (variable == null) {
      globalUses++;
    } else if (variable.function == scope.function) {
      localUses++;
    } else {
      upvalueUses++;
    }
  }

  private void report(int position, String message) {
    if (diagnostic == null || position < diagnostic.position()) {
      diagnostic = new Diagnostic(position, message, Diagnostic.NONE);
    }
  }

  private void statements(Item block) {
    block.children.forEach(this::walk);
  }

  private void all(List<Item> items) {
    items.forEach(this::walk);
  }

  private void target(Item target) {
    walk(target);
    if (target.kind == Kind.NAME) {
      Variable variable = scope.find(target.symbol);
      if (variable != null && variable.readOnly) {
        report(
            target.position,
            "attempt to assign to const variable '" + interner.text(target.symbol) + "'");
      }
    }
  }

  private static boolean isDeclared(Item item) {
    return switch (item.kind) {
      case Kind.LOCAL_NAME,
          Kind.CONST_NAME,
          Kind.CLOSE_NAME,
          Kind.BINDING,
          Kind.ARRAY_PATTERN,
          Kind.OBJECT_PATTERN ->
          true;
      default -> false;
    };
  }

  private void functionLike(Item item, boolean self) {
    boolean vararg =
        item.children.stream()
            .map(child -> child.kind == Kind.TYPED_PARAMETER ? child.children.getFirst() : child)
            .anyMatch(child -> child.kind == Kind.VARARG_PARAMETER);
    function(
        item.position,
        vararg,
        self,
        () -> {
          for (Item child : item.children) {
            if (child.kind == Kind.BLOCK) {
              statements(child);
            } else {
              walk(child);
            }
          }
        });
  }

  private void declarations(List<Item> items, Runnable values) {
    values.run();
    items.stream().filter(OracleScopes::isDeclared).forEach(this::walk);
  }

  private static List<Item> values(Item item) {
    return item.children.stream()
        .filter(child -> !isDeclared(child) && child.kind != Kind.BLOCK)
        .toList();
  }

  private void walk(Item item) {
    List<Item> children = item.children;
    switch (item.kind) {
      case Kind.NAME -> use(item.symbol);
      case Kind.VARARG -> {
        if (!scope.function.vararg) {
          report(item.position, "cannot use '...' outside a vararg function near '...'");
        }
      }
      case Kind.FUNCTION, Kind.TYPED_FUNCTION, Kind.ARROW, Kind.SIGNATURE, Kind.FUNCTION_TYPE ->
          functionLike(item, false);
      case Kind.METHOD_DECLARATION -> {
        walk(children.get(0));
        functionLike(children.get(1), true);
      }
      case Kind.METHOD, Kind.CONSTRUCTOR, Kind.GETTER, Kind.SETTER, Kind.OPERATOR -> {
        for (Item child : children) {
          if (child.kind == Kind.DECORATOR) {
            walk(child);
          } else if (!Kind.isPart(child.kind)) {
            functionLike(child, true);
          }
        }
      }
      case Kind.LOCAL_FUNCTION -> {
        declare(item.symbol, false);
        all(children);
      }
      case Kind.FUNCTION_DECLARATION -> {
        target(children.get(0));
        walk(children.get(1));
      }
      case Kind.PARAMETER, Kind.REST_PARAMETER, Kind.LOCAL_NAME -> declare(item.symbol, false);
      case Kind.IMPORT_DEFAULT, Kind.IMPORT_NAMESPACE, Kind.CONST_NAME, Kind.CLOSE_NAME ->
          declare(item.symbol, true);
      case Kind.TYPED_PARAMETER, Kind.BINDING -> {
        all(children.subList(1, children.size()));
        walk(children.getFirst());
      }
      case Kind.PATTERN_DEFAULT -> {
        walk(children.get(1));
        walk(children.get(0));
      }
      case Kind.PROPERTY -> {
        for (Item child : children) {
          if (child.kind == Kind.DEFAULT_VALUE) {
            function(child.position, false, true, () -> walk(child));
          } else {
            walk(child);
          }
        }
      }
      case Kind.CLASS, Kind.ENUM -> {
        declare(item.name(), true);
        block(false, false, () -> all(children));
      }
      case Kind.NAMESPACE -> {
        declare(item.name(), false);
        all(children);
      }
      case Kind.IMPORT_ITEM -> declare(item.all(Kind.IDENTIFIER).getLast().symbol, true);
      case Kind.DECLARED_FUNCTION, Kind.DECLARED_CONST -> {
        declare(item.name(), item.kind == Kind.DECLARED_CONST);
        all(children);
      }
      case Kind.LOCAL, Kind.CONST -> {
        closeNames(item);
        declarations(children, () -> all(values(item)));
      }
      case Kind.NUMERIC_FOR, Kind.GENERIC_FOR -> {
        all(values(item));
        block(
            true,
            false,
            () -> {
              declarations(children, () -> {});
              statements(item.last());
            });
      }
      case Kind.WHILE -> {
        walk(children.get(0));
        block(true, false, () -> statements(children.get(1)));
      }
      case Kind.REPEAT ->
          block(
              true,
              false,
              () -> {
                statements(children.get(0));
                walk(children.get(1));
              });
      case Kind.BLOCK -> block(false, false, () -> statements(item));
      case Kind.CATCH ->
          block(
              false,
              true,
              () -> {
                declarations(children, () -> {});
                statements(item.last());
              });
      case Kind.MATCH_ARM ->
          block(
              false,
              false,
              () -> {
                all(children.subList(0, children.size() - 1));
                if (item.last().kind == Kind.BLOCK) {
                  statements(item.last());
                } else {
                  walk(item.last());
                }
              });
      case Kind.ASSIGN -> {
        List<Item> count = item.all(Kind.TARGET_COUNT);
        int targets = count.isEmpty() ? 1 : count.getFirst().symbol;
        children.subList(0, targets).forEach(this::target);
        all(children.subList(targets, children.size()));
      }
      case Kind.BREAK -> {
        if (!scope.loop) {
          report(item.position, "break outside loop");
        }
      }
      case Kind.CONTINUE -> {
        if (!scope.loop) {
          report(item.position, "continue outside loop");
        }
      }
      case Kind.RETHROW -> {
        if (!scope.caught) {
          report(item.position, "rethrow outside catch");
        }
      }
      default -> {
        if (Kind.isCompoundAssignment(item.kind)) {
          target(children.get(0));
          walk(children.get(1));
        } else {
          all(children);
        }
      }
    }
  }

  private void closeNames(Item local) {
    List<Item> names =
        local.children.stream()
            .map(child -> child.kind == Kind.BINDING ? child.children.getFirst() : child)
            .filter(child -> child.kind == Kind.CLOSE_NAME)
            .toList();
    if (names.size() > 1) {
      report(names.get(1).position, "multiple to-be-closed variables in local list");
    }
  }
}
