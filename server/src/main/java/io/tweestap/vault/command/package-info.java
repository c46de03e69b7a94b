/// `./tweestap keys ...`: what an operator does with the keys. None of it prints a key.
@NullMarked
package io.tweestap.vault.command;

import org.jspecify.annotations.NullMarked;
