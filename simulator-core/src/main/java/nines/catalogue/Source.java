package nines.catalogue;

/**
 * A publication that an entry cites.
 *
 * @param id its short name in the catalogue
 * @param title authors, title, where it appeared
 * @param year of publication
 * @param url where to read it; may be empty
 */
public record Source(String id, String title, int year, String url) {}
