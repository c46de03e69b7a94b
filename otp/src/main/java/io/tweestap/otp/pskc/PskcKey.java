package io.tweestap.otp.pskc;

import io.tweestap.otp.OtpSecret;
import org.jspecify.annotations.Nullable;

/// One key of a container (RFC 6030 section 4). The text form holds no secret.
///
/// @param id unique among the vendor's keys
/// @param algorithm what the key is for
/// @param device the token that holds it
/// @param identity whose it is
/// @param response how the token shows its codes
/// @param data the secret and what moves
/// @param policy what the key may be used for
public record PskcKey(
    String id,
    PskcAlgorithm algorithm,
    Device device,
    Identity identity,
    Response response,
    Data data,
    PskcPolicy policy) {

  /// The token and the module in it (RFC 6030 section 4.3.1). Each part is null when absent.
  ///
  /// @param manufacturer name or OATH prefix of the maker
  /// @param serialNumber unique for a maker and model
  /// @param model the maker's name for the kind of token
  /// @param issueNumber tells apart tokens with one serial number
  /// @param userId the distinguished name of the token's holder
  /// @param cryptoModuleId the module inside the token
  public record Device(
      @Nullable String manufacturer,
      @Nullable String serialNumber,
      @Nullable String model,
      @Nullable String issueNumber,
      @Nullable String userId,
      @Nullable String cryptoModuleId) {}

  /// Names around a key (RFC 6030 sections 4.3.3 and 4.3.5). Each part is null when absent.
  ///
  /// @param issuer who issued the key
  /// @param userId the distinguished name of the key's holder
  /// @param friendlyName what a person calls it
  /// @param keyProfileId settings agreed on elsewhere
  /// @param keyReference names a key kept elsewhere, from which this one is derived
  public record Identity(
      @Nullable String issuer,
      @Nullable String userId,
      @Nullable String friendlyName,
      @Nullable String keyProfileId,
      @Nullable String keyReference) {}

  /// The form of a code (RFC 6030 section 4.3.4).
  ///
  /// @param encoding such as `DECIMAL`; null when absent
  /// @param length number of characters, 1 to 255; null when absent
  /// @param checkDigit whether a Luhn digit is appended
  public record Response(@Nullable String encoding, @Nullable Integer length, boolean checkDigit) {}

  /// The values of a key (RFC 6030 section 4.2). Each part is null when absent.
  ///
  /// @param secret absent when the key is derived from [Identity#keyReference]
  /// @param counter the next HOTP counter, 0 or greater
  /// @param time the time value stored with the key, in the algorithm's own unit
  /// @param timeIntervalSeconds the TOTP time step, 1 or greater; not bound to the 120 s of
  ///   [io.tweestap.otp.Totp], which refuses longer ones itself
  /// @param timeDrift the known drift of the token's clock, in the algorithm's own unit
  public record Data(
      @Nullable OtpSecret secret,
      @Nullable Long counter,
      @Nullable Long time,
      @Nullable Integer timeIntervalSeconds,
      @Nullable Long timeDrift) {}
}
