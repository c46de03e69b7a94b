package io.tweestap.user.web;

import io.tweestap.user.address.AddressKind;
import io.tweestap.user.address.Stated;
import java.util.List;
import java.util.Set;

/// What a request or a line of a file says about a user, read but not yet judged.
///
/// @param kinds the kinds of address that it speaks of
record RawUser(
    String ref,
    Stated<List<String>> groups,
    Set<AddressKind> kinds,
    List<Address> addresses,
    Stated<String> locale,
    Stated<String> zone) {
  /// An address as somebody wrote it.
  record Address(AddressKind kind, String text) {
    @Override
    public String toString() {
      return "Address[" + kind + "]";
    }
  }

  @Override
  public String toString() {
    return "RawUser[]";
  }
}
