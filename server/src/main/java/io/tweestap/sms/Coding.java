package io.tweestap.sms;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One way to write a text: an encoding, and for septets the tables in force.
final class Coding {
  static final Coding GSM_7 =
      new Coding(Encoding.GSM_7, Optional.empty(), Optional.empty(), Alphabet.STANDARD);
  static final Coding UCS_2 =
      new Coding(Encoding.UCS_2, Optional.empty(), Optional.empty(), Alphabet.STANDARD);

  private static final Map<Shift, List<Coding>> NATIONAL = national();

  private static final int OCTETS = 140;
  private static final int LENGTH_OCTET = 1;
  private static final int SHIFT_OCTETS = 3;
  private static final int SINGLE_SHIFT = 0x24;
  private static final int LOCKING_SHIFT = 0x25;

  private final Encoding encoding;
  private final Optional<Shift> single;
  private final Optional<Shift> locking;
  private final Alphabet alphabet;

  private Coding(
      Encoding encoding, Optional<Shift> single, Optional<Shift> locking, Alphabet alphabet) {
    this.encoding = encoding;
    this.single = single;
    this.locking = locking;
    this.alphabet = alphabet;
  }

  /// All that a link may use, the most widely understood first.
  static List<Coding> of(Collection<Shift> shifts) {
    List<Coding> all = new ArrayList<>(List.of(GSM_7, UCS_2));
    shifts.stream().sorted().forEach(shift -> all.addAll(NATIONAL.getOrDefault(shift, List.of())));
    return all;
  }

  Encoding encoding() {
    return encoding;
  }

  Optional<Shift> single() {
    return single;
  }

  Optional<Shift> locking() {
    return locking;
  }

  /// Septets, or 16-bit units, that a character takes; 0 when it cannot be written so.
  int unitsOf(int character) {
    return encoding == Encoding.UCS_2
        ? Character.charCount(character)
        : alphabet.septetsOf(character);
  }

  /// Units of a text; empty when a character cannot be written so.
  Optional<Integer> unitsOf(String text) {
    int units = 0;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      int cost = unitsOf(character);
      if (cost == 0) {
        return Optional.empty();
      }
      units += cost;
      at += Character.charCount(character);
    }
    return Optional.of(units);
  }

  /// Units that fit into a message that is alone.
  int alone() {
    return units(shiftOctets());
  }

  /// Units that fit into each of several parts.
  int together(Joining joining) {
    return units(shiftOctets() + joining.octets());
  }

  private int shiftOctets() {
    return (single.isPresent() ? SHIFT_OCTETS : 0) + (locking.isPresent() ? SHIFT_OCTETS : 0);
  }

  /// A header is filled up to a whole number of septets.
  private int units(int elementOctets) {
    int header = elementOctets == 0 ? 0 : LENGTH_OCTET + elementOctets;
    return encoding == Encoding.UCS_2 ? (OCTETS - header) / 2 : (OCTETS - header) * 8 / 7;
  }

  /// A part's text: one septet in each byte, not packed, or UTF-16BE.
  byte[] bytes(String text) {
    if (encoding == Encoding.UCS_2) {
      return text.getBytes(UTF_16BE);
    }
    byte[] room = new byte[2 * text.length()];
    return Arrays.copyOf(room, alphabet.write(text, room, 0));
  }

  /// The header's elements that name the tables; empty when they are the standard ones.
  byte[] shiftElements() {
    byte[] elements = new byte[shiftOctets()];
    int at = 0;
    if (single.isPresent()) {
      at = element(elements, at, SINGLE_SHIFT, single.get());
    }
    if (locking.isPresent()) {
      element(elements, at, LOCKING_SHIFT, locking.get());
    }
    return elements;
  }

  private static int element(byte[] to, int at, int name, Shift shift) {
    to[at] = (byte) name;
    to[at + 1] = 1;
    to[at + 2] = (byte) shift.identifier();
    return at + SHIFT_OCTETS;
  }

  private static Map<Shift, List<Coding>> national() {
    Map<Shift, List<Coding>> codings = new EnumMap<>(Shift.class);
    for (Shift shift : Shift.values()) {
      List<Coding> some = new ArrayList<>();
      some.add(gsm(Optional.of(shift), Optional.empty()));
      if (shift.locking().isPresent()) {
        some.add(gsm(Optional.empty(), Optional.of(shift)));
        some.add(gsm(Optional.of(shift), Optional.of(shift)));
      }
      codings.put(shift, List.copyOf(some));
    }
    return codings;
  }

  private static Coding gsm(Optional<Shift> single, Optional<Shift> locking) {
    Alphabet alphabet =
        new Alphabet(
            locking.flatMap(Shift::locking).orElse(Tables.BASIC),
            single.map(Shift::single).orElse(Tables.EXTENSION));
    return new Coding(Encoding.GSM_7, single, locking, alphabet);
  }
}
