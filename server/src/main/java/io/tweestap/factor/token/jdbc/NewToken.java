package io.tweestap.factor.token.jdbc;

import io.tweestap.factor.token.file.FileToken;
import io.tweestap.vault.Sealed;
import java.util.UUID;

/// A token about to be written.
public record NewToken(UUID id, FileToken file, Sealed seed) {}
