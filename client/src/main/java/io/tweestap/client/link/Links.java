package io.tweestap.client.link;

import io.tweestap.client.RequestRefused;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import java.util.List;
import java.util.Optional;

/// Links to operators over SMPP. The messages of all tenants go over them.
///
/// ```java
/// NewLink wanted =
///     NewLink.of("duif", "smpp.duifpost.example", "acme", password).rate(50).active(false);
/// Link link = tweestap.links().create(wanted);
/// tweestap.links().change(link.name(), LinkChange.empty().window(20));
/// ```
///
/// A name that the tenant does not have is a [RequestRefused] with the code `not_found`.
public final class Links {
  private final Http http;

  /// Made by the client.
  public Links(Http http) {
    this.http = http;
  }

  /// Makes a link; every node binds within a few seconds.
  ///
  /// @throws RequestRefused with `invalid_field` or `name_taken` as well
  public Link create(NewLink link) {
    return http.get(Call.of(Operation.CREATE_LINK).json(link), Link.class);
  }

  /// All of the tenant, by name.
  public List<Link> list() {
    return http.list(Call.of(Operation.LIST_LINKS), Link.class);
  }

  /// One. Empty when the tenant has none with this name.
  public Optional<Link> find(String name) {
    return http.find(Call.of(Operation.GET_LINK, name), Link.class);
  }

  /// Changes what is in the change and leaves the rest. With `active(false)` the link is drained.
  ///
  /// @throws RequestRefused with `invalid_field` or `changed_meanwhile` as well
  public Link change(String name, LinkChange change) {
    return http.get(Call.of(Operation.CHANGE_LINK, name).json(change), Link.class);
  }

  /// Removes it; every node lets what is under way end and unbinds.
  public void delete(String name) {
    http.run(Call.of(Operation.DELETE_LINK, name));
  }
}
