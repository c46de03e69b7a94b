package io.tweestap.delivery.smpp.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tweestap.delivery.smpp.LinkFields;
import io.tweestap.delivery.smpp.StoredLink;
import java.time.Instant;
import java.util.List;

/// A link as the API shows it, without its password.
///
/// @param openBinds connections that send and are bound, on the node that answers
record LinkView(
    String name,
    boolean active,
    int openBinds,
    @JsonUnwrapped LinkFields settings,
    Instant createdAt) {
  /// All links of the tenant; there are few, so they come in one piece.
  record Listed(List<LinkView> data) {}

  static LinkView of(StoredLink link, int openBinds) {
    return new LinkView(link.name(), link.active(), openBinds, link.fields(), link.createdAt());
  }
}
