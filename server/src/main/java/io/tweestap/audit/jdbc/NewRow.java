package io.tweestap.audit.jdbc;

import io.tweestap.audit.Retention;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.Hashed;

/// An event about to be written.
///
/// @param digest keyed hash of the content
public record NewRow(TenantId tenant, Retention retention, Content content, Hashed digest) {}
