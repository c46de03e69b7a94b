package io.tweestap.page.sandbox;

import java.util.List;

/// What the try-it page shows.
///
/// @param address of the handset in use, for reading
/// @param waiting whether a code is on its way and no handset has it yet
/// @param commands the requests behind it
record TryItPage(
    Stage stage,
    Visit visit,
    Shop.Standing standing,
    List<Phone> phones,
    String address,
    boolean waiting,
    List<String> commands,
    List<String> languages) {

  /// How far the shop is.
  enum Stage {
    /// Nothing was sent yet.
    FORM,
    /// A code was sent and can be typed.
    CODE,
    /// The code was right.
    OK,
    /// The code cannot be used any more.
    OVER
  }
}
