/** The open document: its text, its history, and every change of it as a function of a text. Knows no nodes. */
@NullMarked
package nines.ui.edit;

import org.jspecify.annotations.NullMarked;
