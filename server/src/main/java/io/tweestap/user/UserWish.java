package io.tweestap.user;

import io.tweestap.user.address.NewAddress;
import io.tweestap.user.address.Stated;
import io.tweestap.user.address.StatedAddresses;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/// What an application says about a user. What it leaves out stays as it is, or, for a new user, is
/// empty.
///
/// @param groups all groups: one that is not among them ends
public record UserWish(
    UserRef ref,
    Stated<Set<String>> groups,
    StatedAddresses addresses,
    Stated<Locale> locale,
    Stated<ZoneId> zone) {
  public UserWish {
    if (!Groups.fit(groups.value().orElse(Set.of()))) {
      throw new IllegalArgumentException("not the groups of a user");
    }
  }

  /// Nothing but that the user exists.
  public static UserWish of(UserRef ref) {
    return new UserWish(
        ref, Stated.leftOut(), StatedAddresses.leftOut(), Stated.leftOut(), Stated.leftOut());
  }

  /// The same wish with these groups.
  public UserWish withGroups(String... names) {
    return new UserWish(ref, Stated.of(Set.of(names)), addresses, locale, zone);
  }

  /// The same wish with these addresses.
  public UserWish withAddresses(NewAddress... all) {
    return new UserWish(ref, groups, StatedAddresses.of(all), locale, zone);
  }

  @Override
  public String toString() {
    return "UserWish[]";
  }
}
