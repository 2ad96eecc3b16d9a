package nines.reports;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.geom.AffineTransform;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import org.apache.batik.ext.awt.g2d.AbstractGraphics2D;
import org.jspecify.annotations.Nullable;

/**
 * Draws lines, areas and level text, and nothing else: no images, no copies, no text of several fonts. It asks nothing of
 * the machine: text is measured by {@link PlainFont}.
 */
abstract class PlainPen extends AbstractGraphics2D {
    PlainPen() {
        super(false);
    }

    PlainPen(PlainPen other) {
        super(other);
    }

    static PlainFont plain(Font font) {
        return font instanceof PlainFont plain ? plain : new PlainFont(font.getStyle(), font.getSize2D());
    }

    @Override
    public FontMetrics getFontMetrics(Font font) {
        return plain(font).metrics();
    }

    @Override
    public void dispose() {
        // Holds nothing.
    }

    @Override
    public void drawString(AttributedCharacterIterator string, float x, float y) {
        throw notDrawn("text of several fonts");
    }

    @Override
    public boolean drawImage(Image image, int x, int y, @Nullable ImageObserver observer) {
        throw notDrawn("images");
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, @Nullable ImageObserver observer) {
        throw notDrawn("images");
    }

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform transform) {
        throw notDrawn("images");
    }

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform transform) {
        throw notDrawn("images");
    }

    @Override
    public void copyArea(int x, int y, int width, int height, int dx, int dy) {
        throw notDrawn("copies");
    }

    @Override
    public void setXORMode(Color colour) {
        throw notDrawn("inverted colours");
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        throw notDrawn("devices");
    }

    private static UnsupportedOperationException notDrawn(String what) {
        return new UnsupportedOperationException("figures of a page have no " + what);
    }
}
