package io.tweestap.user.address;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a request says about a user's addresses.
///
/// @param kinds those that it speaks of; addresses of the others stay as they are
/// @param all every address of these kinds: one that is not among them goes, one that was there
///   before keeps its id and its proof
public record StatedAddresses(Set<AddressKind> kinds, List<NewAddress> all) {
  public StatedAddresses {
    kinds = Set.copyOf(kinds);
    all = all.stream().distinct().toList();
    if (all.size() > NewAddress.MAX) {
      throw new IllegalArgumentException("too many addresses");
    }
    if (!kinds.containsAll(all.stream().map(NewAddress::kind).toList())) {
      throw new IllegalArgumentException("an address of a kind that nothing is said about");
    }
  }

  /// Nothing is said.
  public static StatedAddresses leftOut() {
    return new StatedAddresses(Set.of(), List.of());
  }

  /// These and no others.
  public static StatedAddresses of(List<NewAddress> all) {
    return new StatedAddresses(EnumSet.allOf(AddressKind.class), all);
  }

  /// These and no others.
  public static StatedAddresses of(NewAddress... all) {
    return of(Arrays.asList(all));
  }
}
