package io.tweestap.vault.keys;

import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// All keys of an installation: one keyset of each kind with the same key ids, and the life of each
/// id. Immutable; `toString` shows ids and states only.
public final class KeySets {
  private final Map<KeyKind, KeysetHandle> handles;
  private final List<KeyLife> lives;

  /// @throws IllegalArgumentException when the keysets and the lives do not name the same ids or
  ///   the same primary key
  KeySets(Map<KeyKind, KeysetHandle> handles, List<KeyLife> lives) {
    this.handles = new EnumMap<>(handles);
    this.lives = List.copyOf(lives);
    int primary = primaryOf(lives);
    Set<Integer> ids = new HashSet<>(ids());
    for (KeyKind kind : KeyKind.values()) {
      KeysetHandle handle = handles.get(kind);
      if (handle == null
          || handle.getPrimary().getId() != primary
          || handle.size() != lives.size()
          || !idsOf(handle).equals(ids)) {
        throw new IllegalArgumentException("the " + kind.field() + " keys differ from the list");
      }
    }
  }

  /// A first key of each kind, primary at once.
  public static KeySets fresh(SecureRandom random, Instant now) {
    int id = newId(random, Set.of());
    Map<KeyKind, KeysetHandle> handles = new EnumMap<>(KeyKind.class);
    for (KeyKind kind : KeyKind.values()) {
      KeysetHandle.Builder builder = KeysetHandle.newBuilder();
      handles.put(kind, built(kind, builder, id, true));
    }
    return new KeySets(handles, List.of(new KeyLife(id, now, now, null)));
  }

  /// The same keys and a new one of each kind, waiting.
  public KeySets withNewKey(SecureRandom random, Instant now) {
    int id = newId(random, new HashSet<>(ids()));
    Map<KeyKind, KeysetHandle> changed = new EnumMap<>(KeyKind.class);
    handles.forEach((kind, handle) ->
        changed.put(kind, built(kind, KeysetHandle.newBuilder(handle), id, false)));
    List<KeyLife> more = new ArrayList<>(lives);
    more.add(new KeyLife(id, now, null, null));
    return new KeySets(changed, more);
  }

  /// The same keys with this one primary; the one before it retires.
  public KeySets promoted(int id, Instant now) {
    Map<KeyKind, KeysetHandle> changed = new EnumMap<>(KeyKind.class);
    handles.forEach((kind, handle) -> changed.put(kind, withPrimary(handle, id)));
    List<KeyLife> after =
        lives.stream()
            .map(life -> life.id() == id ? life.promoted(now) : retiredIfPrimary(life, now))
            .toList();
    return new KeySets(changed, after);
  }

  /// The keys without this one.
  ///
  /// @throws IllegalArgumentException when it is the primary key
  public KeySets without(int id) {
    if (id == primary()) {
      throw new IllegalArgumentException("the primary key cannot be removed");
    }
    Map<KeyKind, KeysetHandle> changed = new EnumMap<>(KeyKind.class);
    handles.forEach((kind, handle) -> changed.put(kind, removed(handle, id)));
    return new KeySets(changed, lives.stream().filter(life -> life.id() != id).toList());
  }

  /// The key that makes everything new.
  public int primary() {
    return primaryOf(lives);
  }

  /// The key that was added and not yet promoted, if there is one.
  public Optional<Integer> waiting() {
    return lives.stream()
        .filter(life -> life.state() == KeyLife.State.WAITING)
        .map(KeyLife::id)
        .findFirst();
  }

  /// Every key's life, oldest first.
  public List<KeyLife> lives() {
    return lives;
  }

  KeysetHandle handle(KeyKind kind) {
    return Objects.requireNonNull(handles.get(kind));
  }

  List<Integer> ids() {
    return lives.stream().map(KeyLife::id).toList();
  }

  @Override
  public String toString() {
    return "KeySets" + lives;
  }

  private static KeyLife retiredIfPrimary(KeyLife life, Instant now) {
    return life.state() == KeyLife.State.PRIMARY ? life.retired(now) : life;
  }

  private static int primaryOf(List<KeyLife> lives) {
    List<KeyLife> primary =
        lives.stream().filter(life -> life.state() == KeyLife.State.PRIMARY).toList();
    if (primary.size() != 1) {
      throw new IllegalArgumentException("one key is primary, not " + primary.size());
    }
    return primary.getFirst().id();
  }

  private static int newId(SecureRandom random, Set<Integer> taken) {
    int id = 0;
    while (id == 0 || taken.contains(id)) {
      id = random.nextInt() & Integer.MAX_VALUE;
    }
    return id;
  }

  private static Set<Integer> idsOf(KeysetHandle handle) {
    Set<Integer> ids = new HashSet<>();
    for (int i = 0; i < handle.size(); i++) {
      ids.add(handle.getAt(i).getId());
    }
    return ids;
  }

  private static KeysetHandle built(
      KeyKind kind, KeysetHandle.Builder builder, int id, boolean primary) {
    try {
      KeysetHandle.Builder.Entry entry =
          KeysetHandle.generateEntryFromParameters(kind.parameters()).withFixedId(id);
      builder.addEntry(primary ? entry.makePrimary() : entry);
      return builder.build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no new key could be made", e);
    }
  }

  private static KeysetHandle withPrimary(KeysetHandle handle, int id) {
    KeysetHandle.Builder builder = KeysetHandle.newBuilder(handle);
    builder.getAt(indexOf(handle, id)).makePrimary();
    return built(builder);
  }

  private static KeysetHandle removed(KeysetHandle handle, int id) {
    return built(KeysetHandle.newBuilder(handle).deleteAt(indexOf(handle, id)));
  }

  private static KeysetHandle built(KeysetHandle.Builder builder) {
    try {
      return builder.build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the keyset could not be changed", e);
    }
  }

  private static int indexOf(KeysetHandle handle, int id) {
    for (int i = 0; i < handle.size(); i++) {
      if (handle.getAt(i).getId() == id) {
        return i;
      }
    }
    throw new IllegalArgumentException("there is no key " + id);
  }
}
