package io.tweestap.page.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page on which a factor is proven.
///
/// @param option the one that is asked for now
/// @param sends whether a code or question must be asked for first
/// @param to where a code went, masked
/// @param voice whether it was a call
/// @param question to be typed into a device
/// @param proof what the device shows if it is really us that ask
/// @param options what the browser is given to ask a security key with; null for other kinds
/// @param again seconds until another code can be sent; null when none was sent
/// @param others what else may be proven
record Asking(
    Way option,
    boolean sends,
    @Nullable String to,
    boolean voice,
    @Nullable String question,
    @Nullable String proof,
    @Nullable String options,
    @Nullable Long again,
    List<Way> others) {
  /// A factor that may be proven.
  ///
  /// @param name of its kind
  /// @param called masked number, or what the user calls it
  /// @param hint the same, where it says more than its kind does; null otherwise
  record Way(String id, String kind, String name, String called, @Nullable String hint) {}
}
