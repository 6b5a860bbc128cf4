package dev.arenabench.arena;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An arena that is used again and again, and what its users keep with it.
final class KeptArena {
  private final Arena arena;
  private final Map<Class<?>, Object> companions = new IdentityHashMap<>(4);

  KeptArena(Arena arena) {
    this.arena = Objects.requireNonNull(arena, "arena");
  }

  Arena arena() {
    return arena;
  }

  <T> T companion(Class<T> type, Function<Arena, ? extends T> maker) {
    @Nullable T kept = type.cast(companions.get(type));
    if (kept != null) {
      return kept;
    }
    T made = maker.apply(arena);
    companions.put(type, made);
    return made;
  }
}
