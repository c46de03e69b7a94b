package io.tweestap.policy;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// One policy of a tenant: for whom and where, and what it asks for there.
///
/// @param name as staff call it; stands in reasons
/// @param group empty means everybody
/// @param application empty means every application
/// @param remindDays how many days before the required date those without a factor are reminded
/// @param exemptionsApproved whether an exemption of somebody it speaks to needs a second member of
///   staff
public record Policy(
    UUID id,
    String name,
    Optional<String> group,
    Optional<String> application,
    Terms terms,
    List<Integer> remindDays,
    boolean exemptionsApproved) {
  public Policy {
    remindDays = List.copyOf(remindDays);
  }

  /// Whether it speaks about somebody in these groups at this application.
  public boolean speaksTo(Set<String> groups, String at) {
    return concerns(groups) && application.map(at::equals).orElse(true);
  }

  /// Whether it speaks about somebody in these groups, at whatever application.
  public boolean concerns(Set<String> groups) {
    return group.map(groups::contains).orElse(true);
  }

  /// The same with another id.
  Policy withId(UUID other) {
    return new Policy(other, name, group, application, terms, remindDays, exemptionsApproved);
  }

  /// The same, its dates in this zone where it names none.
  Policy in(ZoneId zone) {
    return terms.zone().isPresent()
        ? this
        : new Policy(id, name, group, application, terms.in(zone), remindDays, exemptionsApproved);
  }
}
