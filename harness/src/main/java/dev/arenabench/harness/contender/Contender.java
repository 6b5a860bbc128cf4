package dev.arenabench.harness.contender;

import dev.arenabench.syntax.Interner;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// What can be compared: a memory layout and a way to use it. Another one is a class that
/// implements [Twin], and a line here.
public enum Contender {
  // Each function is a lambda, not a method reference: a reference would load the class of every
  // contender into every side, and none of them would be the only builder there.
  HEAP(
      "heap",
      Role.BASELINE,
      "One record for each node, children in exact arrays.",
      interner -> new HeapTwin(interner)),
  HEAP_CARELESS(
      "heap-careless",
      Role.CONTROL,
      "Objects as they are often written: a new string for each name, growing lists of children.",
      interner -> new CarelessTwin(interner)),
  ARENA(
      "arena",
      Role.SUBJECT,
      "On-heap slabs, reset between files: the steady state.",
      interner -> new ArenaTwin(interner)),
  ARENA_FRESH(
      "arena-fresh",
      Role.SUBJECT,
      "On-heap slabs, a new arena for each file with a capacity hint, closed after it.",
      interner -> new ArenaFreshTwin(interner)),
  ARENA_GROWING(
      "arena-growing",
      Role.SUBJECT,
      "On-heap slabs, a new arena for each file without a hint, closed after it.",
      interner -> new ArenaGrowingTwin(interner)),
  ARENA_NATIVE(
      "arena-native",
      Role.SUBJECT,
      "Slabs outside the Java heap, reset between files.",
      interner -> new ArenaNativeTwin(interner)),
  ARENA_POOLED(
      "arena-pooled",
      Role.SUBJECT,
      "On-heap slabs, leased from a bounded pool for each file and returned after it.",
      interner -> new ArenaPooledTwin(interner)),
  ARENA_TIERED(
      "arena-tiered",
      Role.SUBJECT,
      "On-heap slabs from shared size classes, given back there between files.",
      interner -> new ArenaTieredTwin(interner));

  private final String id;
  private final Role role;
  private final String description;
  private final Function<Interner, Twin<?>> twins;

  Contender(String id, Role role, String description, Function<Interner, Twin<?>> twins) {
    this.id = id;
    this.role = role;
    this.description = description;
    this.twins = twins;
  }

  /// What a contender is in a comparison.
  public enum Role {
    /// What every ratio is held against.
    BASELINE,
    /// What is judged.
    SUBJECT,
    /// What shows how much of a gain is not the subject's.
    CONTROL
  }

  /// The contender with that [#id].
  ///
  /// @throws IllegalArgumentException if there is none
  public static Contender of(String id) {
    for (Contender contender : values()) {
      if (contender.id.equals(id)) {
        return contender;
      }
    }
    throw new IllegalArgumentException("contender=" + id + ", known=" + ids());
  }

  /// All ids, in order.
  public static List<String> ids() {
    return Arrays.stream(values()).map(Contender::id).toList();
  }

  /// Name on the command line, in records and on the page.
  public String id() {
    return id;
  }

  /// What it is in a comparison.
  public Role role() {
    return role;
  }

  /// One sentence.
  public String description() {
    return description;
  }

  /// A new twin; loads its classes.
  Twin<?> twin(Interner interner) {
    return twins.apply(interner);
  }
}
