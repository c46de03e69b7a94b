/// What all REST doors share: problem details with stable codes.
@NullMarked
package io.tweestap.shared.web;

import org.jspecify.annotations.NullMarked;
