package nines.oracle;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** A full matrix of EJML: what our own numerics are compared with. */
public final class Dense {
    private final DMatrixRMaj data;

    public Dense(int rows, int columns) {
        this(new DMatrixRMaj(rows, columns));
    }

    private Dense(DMatrixRMaj data) {
        this.data = data;
    }

    public static Dense identity(int n) {
        return new Dense(CommonOps_DDRM.identity(n));
    }

    public double get(int row, int column) {
        return data.get(row, column);
    }

    public double get(int index) {
        return data.get(index);
    }

    public void set(int row, int column, double value) {
        data.set(row, column, value);
    }

    public void set(int index, double value) {
        data.set(index, value);
    }

    public void add(int row, int column, double value) {
        data.add(row, column, value);
    }

    public Dense transpose() {
        DMatrixRMaj turned = new DMatrixRMaj(data.numCols, data.numRows);
        CommonOps_DDRM.transpose(data, turned);
        return new Dense(turned);
    }

    /** The solution x of this · x = right. */
    public Dense solve(Dense right) {
        DMatrixRMaj solution = new DMatrixRMaj(data.numCols, right.data.numCols);
        if (!CommonOps_DDRM.solve(data, right.data, solution)) {
            throw new IllegalStateException("singular");
        }
        return new Dense(solution);
    }

    public Dense mult(Dense other) {
        DMatrixRMaj product = new DMatrixRMaj(data.numRows, other.data.numCols);
        CommonOps_DDRM.mult(data, other.data, product);
        return new Dense(product);
    }

    public Dense plus(Dense other) {
        DMatrixRMaj sum = new DMatrixRMaj(data.numRows, data.numCols);
        CommonOps_DDRM.add(data, other.data, sum);
        return new Dense(sum);
    }

    public Dense scale(double factor) {
        DMatrixRMaj scaled = new DMatrixRMaj(data.numRows, data.numCols);
        CommonOps_DDRM.scale(factor, data, scaled);
        return new Dense(scaled);
    }

    public double elementSum() {
        return CommonOps_DDRM.elementSum(data);
    }

    /**
     * The stationary row of a chain by its matrix of rates, each row adding up to 0: one balance is given up for the sum,
     * and the rest solved by elimination with pivots.
     */
    public Dense stationary() {
        int n = data.numRows;
        Dense system = transpose();
        Dense right = new Dense(n, 1);
        for (int i = 0; i < n; i++) {
            system.set(n - 1, i, 1);
        }
        right.set(n - 1, 1);
        return system.solve(right).transpose();
    }

    /** The exponential of this matrix: Taylor terms of a small part of it, then squares (Higham 2008, chapter 10). */
    public Dense exponential() {
        double norm = CommonOps_DDRM.elementMaxAbs(data) * data.numRows;
        int squares = Math.max(0, (int) Math.ceil(StrictMath.log(norm / 0.1) / StrictMath.log(2)));
        Dense part = scale(StrictMath.pow(2, -squares));
        Dense sum = identity(data.numRows);
        Dense term = identity(data.numRows);
        for (int k = 1; k < 20; k++) {
            term = term.mult(part).scale(1.0 / k);
            sum = sum.plus(term);
        }
        for (int k = 0; k < squares; k++) {
            sum = sum.mult(sum);
        }
        return sum;
    }
}
