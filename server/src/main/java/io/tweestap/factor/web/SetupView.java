package io.tweestap.factor.web;

import java.util.List;

/// The secret of a new factor in the forms that an authenticator app takes. Shown once.
///
/// @param pairingCode the secret for typing, in groups of four
/// @param otpauthUri what the QR code holds
/// @param qrSvg the QR code, an SVG element to be put into a page as it is
/// @param advice what may go wrong in some apps
public record SetupView(
    String pairingCode, String otpauthUri, String qrSvg, List<AdviceView> advice) {
  /// One piece of advice.
  ///
  /// @param code stable: `unusual_profile`
  public record AdviceView(String code, String text) {}

  @Override
  public String toString() {
    return "SetupView[]";
  }
}
