package io.tweestap.client.factor;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/// The hash in a code.
public enum OtpAlgorithm {
  SHA1,
  SHA256,
  SHA512,

  /// A value that this version of the client does not know. Never sent.
  @JsonEnumDefaultValue
  UNKNOWN;

  /// As the API writes it.
  @Override
  public String toString() {
    return name();
  }
}
