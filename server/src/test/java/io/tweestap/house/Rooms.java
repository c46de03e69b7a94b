package io.tweestap.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Floors and rooms from top to bottom. A class may use its own room and any that stands below it.
///
/// @param floors in their order, each with its rooms in theirs
record Rooms(List<Floor> floors) {
  private static final String ROOT = "io.tweestap.";
  private static final Set<String> OTHER_MODULES = Set.of("otp", "testkit", "bench");

  /// The server as it is. What DESIGN foresees and does not exist yet is not listed.
  static final Rooms OF_THE_SERVER =
      new Rooms(
          List.of(
              new Floor("program", "(root)"),
              new Floor("door", "page", "web"),
              new Floor("authentication", "login", "policy"),
              new Floor("identity", "factor", "user"),
              new Floor(
                  "messaging",
                  "verification",
                  "message",
                  "inbound",
                  "optout",
                  "delivery",
                  "credit",
                  "sender",
                  "risk",
                  "sms"),
              new Floor(
                  "platform",
                  "webhook",
                  "idempotency",
                  "audit",
                  "limit",
                  "tenant",
                  "vault",
                  "database",
                  "embedded",
                  "operations"),
              new Floor("shared", "shared")));

  /// One floor.
  record Floor(String name, List<String> rooms) {
    Floor(String name, String... rooms) {
      this(name, List.of(rooms));
    }
  }

  /// All rooms, the highest first.
  List<String> inOrder() {
    return floors.stream().flatMap(floor -> floor.rooms().stream()).toList();
  }

  /// Uses that go upward, as sentences.
  List<String> upward(Collection<JavaClass> classes) {
    var found = new ArrayList<String>();
    for (JavaClass type : classes) {
      for (Dependency use : type.getDirectDependenciesFromSelf()) {
        judge(room(type.getName()), room(use.getTargetClass().getBaseComponentType().getName()))
            .map(sentence -> sentence + ": " + use.getDescription())
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /// Why a room may not use another; empty when it may.
  Optional<String> judge(Optional<String> from, Optional<String> to) {
    if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
      return Optional.empty();
    }
    List<String> order = inOrder();
    int above = order.indexOf(from.get());
    int below = order.indexOf(to.get());
    if (above < 0 || below < 0) {
      return Optional.of("a room is not in the table: %s or %s".formatted(from.get(), to.get()));
    }
    return above < below
        ? Optional.empty()
        : Optional.of("%s reaches up to %s".formatted(from.get(), to.get()));
  }

  /// Rooms that exist and have no place in the table.
  Set<String> unknown(Set<String> existing) {
    var rest = new TreeSet<>(existing);
    rest.removeAll(inOrder());
    return rest;
  }

  /// The room of a class; empty for classes of others and of the other modules.
  static Optional<String> room(String className) {
    if (!className.startsWith(ROOT)) {
      return Optional.empty();
    }
    String rest = className.substring(ROOT.length());
    String room = rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : "(root)";
    return OTHER_MODULES.contains(room) ? Optional.empty() : Optional.of(room);
  }
}
