package io.tweestap.audit.chain;

import io.tweestap.shared.TenantId;
import java.util.HexFormat;
import java.util.Optional;

/// What verifying a chain found.
///
/// @param first links up to this position are gone because their time was over
/// @param last the newest link's position
/// @param lastLink the newest link: whoever keeps it elsewhere can prove later that the chain was
///   this long
/// @param purged links whose content is gone because its time was over
/// @param unsealed events that wait for their seal
/// @param found the first thing that is wrong; empty when all is as it was recorded
public record ChainReport(
    TenantId tenant,
    long first,
    long last,
    byte[] lastLink,
    long purged,
    long unsealed,
    Optional<Break> found) {
  /// The same with another break, unless there is one already.
  ChainReport or(Optional<Break> other) {
    return new ChainReport(tenant, first, last, lastLink, purged, unsealed, found.or(() -> other));
  }

  /// Links that are there.
  public long links() {
    return last - first;
  }

  /// The newest link in hexadecimal.
  public String head() {
    return HexFormat.of().formatHex(lastLink);
  }
}
