package io.tweestap.factor.token;

import io.tweestap.factor.FactorKind;
import io.tweestap.shared.Cursor;
import java.util.Optional;

/// Which tokens a list shows; empty conditions leave nothing out.
///
/// @param serial the beginning of the serial number
public record TokenFilter(
    Optional<HardwareToken.Where> where,
    Optional<FactorKind> kind,
    Optional<String> serial,
    Optional<String> batch,
    Optional<Cursor> cursor,
    int size) {}
